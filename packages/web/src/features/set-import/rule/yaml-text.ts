/** A correction as YAML, for those who ask for it. Loaded with the page of one import, never before. Pure. */
import { explainIssues, type Message, SourceDocument, setSchema } from "@opendti/engine";
import { stringify } from "yaml";
import type { IndicatorChange } from "../model/import-work.js";
import type { IndicatorSource } from "../model/set-source.js";

/** The correction as a set's file would write it. */
export function yamlOf(change: IndicatorChange): string {
  const { max, rule, inputs, exceptions, not_applicable } = change;
  return stringify(
    {
      title: change.title,
      ...(max === null ? {} : { max }),
      ...(inputs.length === 0 ? {} : { inputs }),
      ...(rule === null ? {} : { rule }),
      ...(exceptions.length === 0 ? {} : { exceptions }),
      ...(not_applicable === null ? {} : { not_applicable }),
    },
    { lineWidth: 100 },
  );
}

/** Reads it back, or says line by line why not. */
export function changeOfYaml(
  text: string,
):
  | { readonly ok: true; readonly change: IndicatorChange }
  | { readonly ok: false; readonly why: readonly Message[] } {
  const document = SourceDocument.parse(text, undefined);
  if (Array.isArray(document)) return { ok: false, why: document.map(({ message }) => message) };
  const content = document.content();
  const whole = { code: "1", ...(isPlain(content) ? content : {}) };
  const parsed = setSchema.shape.indicators.element.safeParse(whole);
  if (!parsed.success)
    return { ok: false, why: explainIssues(parsed.error.issues, whole).map(({ text: words }) => words) };
  const { title, max, rule, inputs, exceptions, not_applicable } = parsed.data as IndicatorSource;
  return {
    ok: true,
    change: {
      title,
      max: max ?? null,
      rule: rule ?? null,
      inputs: inputs ?? [],
      exceptions: exceptions ?? [],
      not_applicable: not_applicable ?? null,
    },
  };
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
