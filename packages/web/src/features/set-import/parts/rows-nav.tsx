/** The rows of the document's table as a list: doubts first, with how many of each kind are left. */
import { NativeSelect, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconPencilCheck } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { countOf, isShown, type RowFilter, type RowView, rowFilters } from "../model/compose.js";
import { amountText } from "../rule/amount.js";
import classes from "./rows-nav.module.css";

interface RowsNavProps {
  readonly views: readonly RowView[];
  readonly filter: RowFilter;
  readonly chosen: string | null;
  onFilter(filter: RowFilter): void;
  onChoose(name: string): void;
  /** What can be done to many rows at once. */
  readonly children: ReactNode;
}

export function RowsNav({ views, filter, chosen, onFilter, onChoose, children }: RowsNavProps): ReactNode {
  const say = useText();
  const shown = views.filter((view) => isShown(filter, view));
  const all = countOf(views, "all");
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen !== null)
      list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <nav className={classes.nav} aria-label={say("imports.rows")}>
      <div className={classes.navHead}>
        <p className={classes.progress} role="status">
          {all.open === 0
            ? say("imports.allDone", { all: all.all })
            : say("imports.left", { open: all.open, all: all.all })}
        </p>
        <fieldset className={classes.filters}>
          <legend className="for-readers">{say("imports.filter")}</legend>
          {rowFilters.map((each) => (
            <FilterButton
              key={each}
              filter={each}
              chosen={filter === each}
              {...countOf(views, each)}
              onChoose={() => onFilter(each)}
            />
          ))}
        </fieldset>
        {children}
        <NativeSelect
          className={classes.narrow ?? ""}
          aria-label={say("imports.rows")}
          value={chosen ?? ""}
          data={shown
            .filter(({ row }) => row !== null)
            .map(({ name, now }) => ({ value: name, label: `${now.code} ${now.title}` }))}
          onChange={(event) => onChoose(event.currentTarget.value)}
        />
      </div>
      <ul ref={list} className={classes.navList}>
        {shown.map((view) => (
          <li key={view.name}>
            {view.row === null ? (
              <p className={classes.navGroup}>
                {view.now.code} {view.now.title}
              </p>
            ) : (
              <RowButton view={view} chosen={view.name === chosen} onChoose={() => onChoose(view.name)} />
            )}
          </li>
        ))}
        {shown.length === 0 && <li className={classes.quiet}>{say("imports.noRows")}</li>}
      </ul>
    </nav>
  );
}

interface FilterButtonProps {
  readonly filter: RowFilter;
  readonly chosen: boolean;
  readonly all: number;
  readonly open: number;
  onChoose(): void;
}

function FilterButton({ filter, chosen, all, open, onChoose }: FilterButtonProps): ReactNode {
  const say = useText();
  const counted = filter === "doubtful" || filter === "unread";
  return (
    <UnstyledButton className={classes.filter ?? ""} aria-pressed={chosen} onClick={onChoose}>
      {say(`imports.filter.${filter}`)}
      <span className={classes.count}>
        {counted && open !== all ? say("imports.countLeft", { open, all }) : all}
      </span>
    </UnstyledButton>
  );
}

function RowButton({
  view,
  chosen,
  onChoose,
}: {
  view: RowView;
  chosen: boolean;
  onChoose(): void;
}): ReactNode {
  const { language } = useFormat();
  const { now } = view;
  return (
    <UnstyledButton
      className={classes.navRow ?? ""}
      aria-current={chosen ? "true" : undefined}
      onClick={onChoose}
    >
      <StatusIcon view={view} />
      <span className={classes.navCode}>{now.code}</span>
      <span className={classes.navTitle}>{now.title}</span>
      <span className={classes.navMax}>{amountText(now.max, language)}</span>
    </UnstyledButton>
  );
}

/** How far a row has come: the colour never says it alone. */
function StatusIcon({ view }: { view: RowView }): ReactNode {
  const say = useText();
  const { status, verdict } = view;
  const [Icon, tone, text] =
    verdict === "corrected"
      ? ([IconPencilCheck, "good", "imports.verdict.corrected"] as const)
      : verdict === "accepted"
        ? ([IconCircleCheck, "good", "imports.verdict.accepted"] as const)
        : status === "doubtful"
          ? ([IconAlertTriangle, "warn", "imports.status.doubtful"] as const)
          : status === "unread"
            ? ([IconCircleDashed, "bad", "imports.status.unread"] as const)
            : ([IconCircleCheck, "quiet", "imports.status.certain"] as const);
  return (
    <span className={classes.statusIcon} data-tone={tone} role="img" aria-label={say(text)}>
      <Icon size={16} stroke={1.75} aria-hidden />
    </span>
  );
}
