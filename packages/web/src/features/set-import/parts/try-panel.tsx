/** "Thử ngay": numbers typed on the spot, scored by the engine, told as the declaring page tells it. */
import { NativeSelect, TextInput } from "@mantine/core";
import type { Fact } from "@opendti/engine";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { type Runnable, type Tried, tryRule } from "../model/try-rule.js";
import classes from "./rule-words.module.css";

export function TryPanel({ run }: { run: Runnable }): ReactNode {
  const say = useText();
  const { language, points } = useFormat();
  const title = useId();
  const [tried, setTried] = useState<Tried>({});
  const outcome = useMemo(() => tryRule(run, tried), [run, tried]);
  const { explanation, problems } = outcome;
  const untouched = Object.values(tried).every((text) => text.trim() === "");
  const told = explanation.steps
    .map((step) => step[language])
    .filter((line) => line.trim() !== "" && !line.includes("\n"));
  return (
    <section className={classes.try} aria-labelledby={title}>
      <h4 id={title}>{say("imports.try")}</h4>
      <div className={classes.tryFields}>
        {[...run.profile, ...run.facts].map((fact) => (
          <TryField
            key={fact.id}
            fact={fact}
            value={tried[fact.id] ?? ""}
            error={problems[fact.id]?.[language]}
            onChange={(value) => setTried({ ...tried, [fact.id]: value })}
          />
        ))}
      </div>
      <output className={classes.outcome}>
        {untouched
          ? say("imports.try.empty")
          : say("imports.try.outcome", { points: points(outcome.points), why: explanation.why[language] })}
      </output>
      {!untouched && told.length > 1 && (
        <ol className={classes.steps}>
          {told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface TryFieldProps {
  readonly fact: Fact;
  readonly value: string;
  readonly error: string | undefined;
  onChange(value: string): void;
}

function TryField({ fact, value, error, onChange }: TryFieldProps): ReactNode {
  const say = useText();
  const { id, label, kind, unit, options } = fact;
  // What the rule itself asks for is named after the indicator, whose title stands above already.
  const named = id === "choice" || id === "points" ? say(`imports.try.${id}`) : `${id} · ${label}`;
  const shared = { label: named, value, error };
  if (kind === "yes_no" || kind === "choice") {
    const answers =
      kind === "yes_no"
        ? [
            { value: "yes", label: say("imports.yes") },
            { value: "no", label: say("imports.no") },
          ]
        : options.map((option, place) => ({ value: String(place + 1), label: option }));
    return (
      <NativeSelect
        {...shared}
        data={[{ value: "", label: say("imports.try.unsaid") }, ...answers]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      inputMode={kind === "text" || kind === "link" || kind === "date" ? "text" : "decimal"}
      rightSection={kind === "percent" ? "%" : undefined}
      {...(unit === undefined || kind === "percent" ? {} : { description: unit })}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
