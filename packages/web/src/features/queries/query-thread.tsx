/** What was said in a query, in order; whose side said it is told in words, not by the place alone. */
import type { ReactNode } from "react";
import type { AskedQuery } from "../../api/appraisal-contract.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./queries.module.css";

/** The messages, the oldest first. */
export function QueryThread({ messages }: Pick<AskedQuery, "messages">): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  return (
    <ol className={classes.thread}>
      {messages.map(({ id, side, body, by, at }) => (
        <li key={id} data-side={side}>
          <p className={classes.by}>
            <strong>{by?.displayName ?? say("shared.system")}</strong>
            <span>{say(`queries.side.${side}`)}</span>
            <time dateTime={at}>{dateTime(at)}</time>
          </p>
          <p className={classes.said}>{body}</p>
        </li>
      ))}
    </ol>
  );
}
