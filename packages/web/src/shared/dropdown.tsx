import { UnstyledButton } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { IconCheck, type TablerIcon } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import classes from "./dropdown.module.css";

/** What the button of a dropdown takes: spread it over a Mantine button. */
interface TriggerProps {
  "aria-expanded": boolean;
  "aria-controls": string;
  onClick(): void;
}

interface DropdownProps {
  /** A small heading over the list; names it too. */
  title: string;
  trigger(props: TriggerProps): ReactNode;
  children: ReactNode;
}

/**
 * A button that shows a short list of buttons and links under it; Escape, a choice and a click elsewhere close it.
 * Stands on every page, so it does without the positioning library that Mantine's Menu brings.
 */
export function Dropdown({ title, trigger, children }: DropdownProps): ReactNode {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const place = useClickOutside<HTMLDivElement>(() => setOpened(false));
  const close = (): void => {
    setOpened(false);
    place.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what its button and list pass on
    <div
      ref={place}
      className={classes.place}
      onKeyDown={(event) => event.key === "Escape" && opened && close()}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          setOpened(false);
      }}
    >
      {trigger({ "aria-expanded": opened, "aria-controls": id, onClick: () => setOpened(!opened) })}
      <div id={id} className={classes.list} hidden={!opened}>
        <div className={classes.title}>{title}</div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on an item is a click, which arrives here */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the clicks of its items */}
        <div onClick={close}>{children}</div>
      </div>
    </div>
  );
}

interface DropdownItemProps {
  icon?: TablerIcon;
  /** Marks the item that holds now. */
  chosen?: boolean;
  lang?: string;
  onClick(): void;
  children: ReactNode;
}

/** One thing to do or to choose in a Dropdown. */
export function DropdownItem({
  icon: Icon,
  chosen = false,
  lang,
  onClick,
  children,
}: DropdownItemProps): ReactNode {
  return (
    <UnstyledButton
      className={classes.item}
      aria-current={chosen ? "true" : undefined}
      {...(lang === undefined ? {} : { lang })}
      onClick={onClick}
    >
      {Icon !== undefined && <Icon size={16} stroke={1.5} aria-hidden />}
      <span className={classes.words}>{children}</span>
      {chosen && <IconCheck size={16} aria-hidden />}
    </UnstyledButton>
  );
}
