/** Beside a field: what was declared last year, the middle of the group then, and who changed it when. */
import { Button, Popover } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { AnswerValue } from "../../../api/assessment-contract.js";
import { ErrorState } from "../../../shared/error-state.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { historyQuery } from "../data/assessment-queries.js";
import type { FormInput } from "../scoring/inputs.js";
import { twoDecimals } from "../values/two-decimals.js";
import { useDeclaration, useField } from "./declaration.js";
import classes from "./indicator.module.css";
import { TakeOver } from "./take-over.js";
import { useValueText } from "./value-text.js";

/** One line under the field; nothing while there is nothing to tell. */
export function BesideField({ code, input }: { code: string; input: FormInput }): ReactNode {
  const say = useText();
  const valueText = useValueText();
  const { assessment, outline } = useDeclaration();
  const { stored } = useField(code, input.id);
  const before: AnswerValue = assessment.previous?.answers[code]?.[input.id] ?? null;
  const middle: AnswerValue = assessment.medians?.answers[code]?.[input.id] ?? null;
  // A first version has nothing before it.
  const changed = stored.version > 1;
  const repeats = outline.byAddress.get(code)?.fromProfile.has(input.id) === true;
  if (before === null && middle === null && !changed && !repeats) return null;
  return (
    <div className={classes.beside}>
      <div className={classes.known}>
        {assessment.previous && before !== null && (
          <span>
            {say("assessments.lastYear.value", {
              year: String(assessment.previous.year),
              value: valueText(input, before),
            })}
          </span>
        )}
        {assessment.medians && middle !== null && (
          <span>
            {say("assessments.group.median", {
              value: valueText(input, typeof middle === "string" ? twoDecimals(middle) : middle),
            })}
          </span>
        )}
      </div>
      <div className={classes.offers}>
        <TakeOver code={code} input={input} previous={before} />
        {changed && <History code={code} input={input} />}
      </div>
    </div>
  );
}

function History({ code, input }: { code: string; input: FormInput }): ReactNode {
  const say = useText();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width={300}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.history ?? ""}
          leftSection={<IconHistory size={13} stroke={1.6} aria-hidden />}
          aria-label={say("assessments.history.of", { label: input.label })}
          onClick={() => setOpened(!opened)}
        >
          {say("assessments.history.open")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say("assessments.history.of", { label: input.label })}>
        {opened && <Versions code={code} input={input} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Versions({ code, input }: { code: string; input: FormInput }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const valueText = useValueText();
  const { assessment } = useDeclaration();
  const { data, error, refetch } = useQuery(historyQuery(assessment.id, code, input.id));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <p role="status">{say("app.loading")}</p>;
  return (
    <ol className={classes.versions}>
      {data.items.map((item) => (
        <li key={item.version}>
          <strong>
            {item.value === null ? say("assessments.history.cleared") : valueText(input, item.value)}
          </strong>
          <span>
            {item.by?.displayName ?? say("shared.system")} · {dateTime(item.at)}
          </span>
        </li>
      ))}
    </ol>
  );
}
