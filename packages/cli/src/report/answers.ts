/** What a data file declares of one unit, as documents print it: answers as they would be stored, and evidence. */
import type { DeclaredAnswer, DeclaredEvidence } from "@opendti/documents";
import { addressOf, type CompiledSet, NOT_APPLICABLE, notApplicableReason } from "@opendti/engine";
import { type DeclaredFile, type Evidence, PROFILE } from "../input/declared.js";

/** The unit's answers out of all files, in their order. What the set does not ask for is left out: reading has refused it. */
export function declaredAnswers(
  set: CompiledSet,
  files: readonly DeclaredFile[],
  unit: string,
): DeclaredAnswer[] {
  return files
    .flatMap(({ units }) => units.filter((one) => one.unit === unit))
    .flatMap((one) =>
      [...one.data()].flatMap((datum): DeclaredAnswer[] => {
        if ("message" in datum) return [];
        const { code, input, value } = datum;
        if (code === PROFILE) return input === undefined ? [] : [{ code, input, value: stored(value) }];
        const index = set.nodeOf.get(code);
        const node = index === undefined ? undefined : set.nodes[index];
        if (node === undefined) return [];
        const address = addressOf(set, node);
        const reason = input === undefined ? notApplicableReason(value) : undefined;
        if (reason !== undefined) return [{ code: address, input: NOT_APPLICABLE, value: reason.text ?? "" }];
        const id = input ?? node.inputs[0]?.id;
        return id === undefined ? [] : [{ code: address, input: id, value: stored(value) }];
      }),
    );
}

/** Days are stored as `2022-12-31`, however they are typed. */
function stored(value: unknown): unknown {
  const [, day, month, year] =
    typeof value === "string" ? (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value.trim()) ?? []) : [];
  return day === undefined || month === undefined
    ? value
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Evidence as a report cites it. */
export function declaredEvidence(evidence: Evidence | undefined): DeclaredEvidence[] {
  return Object.entries(evidence ?? {}).flatMap(([code, pieces]) =>
    pieces.map(({ kind, number, date, issuer, title, place, link, text }): DeclaredEvidence => {
      const where = { ...(place === undefined ? {} : { section: place }) };
      if (kind === "link")
        return { code, kind, url: link ?? text, ...(title === undefined ? {} : { title }), ...where };
      return {
        code,
        kind: "document",
        text,
        ...(number === undefined ? {} : { symbol: number }),
        ...(date === undefined ? {} : { date }),
        ...(issuer === undefined ? {} : { issuer }),
        ...(title === undefined ? {} : { title }),
        ...where,
      };
    }),
  );
}
