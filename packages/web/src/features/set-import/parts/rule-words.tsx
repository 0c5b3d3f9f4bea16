import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { changeOf } from "../model/compose.js";
import type { IndicatorSource } from "../model/set-source.js";
import { exceptionsInWords, ruleInWords } from "../rule/in-words.js";
import classes from "./rule-words.module.css";

/** An indicator's rule in words: what is declared, how points come of it, which cases are apart. */
export function RuleWords({ indicator }: { indicator: IndicatorSource }): ReactNode {
  const say = useText();
  const { language } = useFormat();
  const change = changeOf(indicator);
  const exceptions = exceptionsInWords(change, say, language);
  return (
    <div className={classes.rule}>
      {change.inputs.length > 0 && (
        <ul className={classes.inputs} aria-label={say("sets.inputs")}>
          {change.inputs.map(({ id, label, kind, unit }) => (
            <li key={id}>
              <b>{id}</b>
              <span className={classes.grow}>{label}</span>
              <span className={classes.quiet}>
                {unit === undefined
                  ? say(`sets.kind.${kind}`)
                  : say("sets.kindUnit", { kind: say(`sets.kind.${kind}`), unit })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div>
        {ruleInWords(change.rule, say, language).map(({ depth, text }, place) => (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one rule have no other name
            key={place}
            className={classes.line}
            data-deep={depth > 0}
            style={{ marginInlineStart: depth * 16 }}
          >
            {text}
          </p>
        ))}
      </div>
      {exceptions.map((line) => (
        <p key={line} className={classes.exception}>
          {line}
        </p>
      ))}
    </div>
  );
}
