/** The pieces that a set's source is made of, by the names that this feature uses. Types only. */
import type { SetSource } from "@opendti/engine";

export type { SetSource };
export type IndicatorSource = SetSource["indicators"][number];
export type RuleSource = NonNullable<IndicatorSource["rule"]>;
export type InputSource = NonNullable<IndicatorSource["inputs"]>[number];
export type ExceptionSource = NonNullable<IndicatorSource["exceptions"]>[number];
export type ProfileFact = NonNullable<SetSource["profile"]>[number];
export type StepSource = Extract<RuleSource, { bands: unknown }>["bands"]["steps"][number];
export type OptionSource = NonNullable<Extract<RuleSource, { choice: unknown }>["choice"]["options"]>[number];

type KeyOf<T> = T extends unknown ? keyof T & string : never;
export type RuleKind = KeyOf<RuleSource>;

/** A number as a source writes it: 10, "0.25", "80%", "1/2". */
export type Exact = string | number;
