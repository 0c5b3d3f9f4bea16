/** What the side thread does with workbooks of a whole campaign: writes them in pieces, reads them, asking as it goes. Pure. */
import {
  type AppraisalRow,
  type CampaignUnit,
  type ReadField,
  type ReadJudgement,
  readAppraisalWorkbook,
  readCampaignWorkbook,
  type WorkbookNote,
  type WorkbookOrigin,
  writeAppraisalWorkbook,
  writeCampaignWorkbook,
} from "@opendti/documents";
import type { SetSource } from "@opendti/engine";
import type { Words } from "../../http/problem.js";
import type { Ask } from "../../threads/side-thread.js";
import { differs } from "./comparing.js";
import { compiled, refusing } from "./form-work.js";
import type { Counts } from "./kept.js";

/** A campaign as it goes to a thread: the set as data, compiled there. */
export type SentOrigin = Omit<WorkbookOrigin, "set"> & { readonly source: SetSource };

export type CampaignWork =
  | { readonly kind: "write-units" | "write-appraisal"; readonly origin: SentOrigin }
  | {
      readonly kind: "read-units" | "read-appraisal";
      readonly origin: SentOrigin;
      readonly bytes: Uint8Array;
    };

/** What the thread asks for: the next rows to write, those that it has read of, or that a piece be written to the file. */
export type CampaignQuestion =
  | { readonly kind: "next" }
  | { readonly kind: "piece"; readonly bytes: Uint8Array }
  | { readonly kind: "units"; readonly assessments: readonly string[] }
  | {
      readonly kind: "rows";
      readonly keys: readonly { readonly assessment: string; readonly code: string }[];
    };

export interface CampaignReply {
  readonly units?: readonly CampaignUnit[];
  readonly rows?: readonly AppraisalRow[];
}

/** A field of some unit that is not as it is stored. */
export type ReadUnitField = ReadField & { readonly assessment: string };

export type CampaignAnswer =
  | { readonly kind: "written" }
  | {
      readonly kind: "read-units";
      readonly fields: readonly ReadUnitField[];
      readonly notes: readonly WorkbookNote[];
      readonly counts: Counts;
    }
  | {
      readonly kind: "read-appraisal";
      readonly rows: readonly ReadJudgement[];
      readonly notes: readonly WorkbookNote[];
      readonly counts: Counts;
    }
  | { readonly kind: "refused"; readonly why: Words }
  | { readonly kind: "too-many" };

/** More differences than a person looks through. */
const MOST_ROWS = 20_000;

/** Does one piece of work. A workbook that is none of this campaign's is an answer; nothing is thrown for it. */
export async function workOnCampaign(
  work: CampaignWork,
  ask: Ask<CampaignQuestion, CampaignReply>,
): Promise<CampaignAnswer> {
  const { source, ...rest } = work.origin;
  const origin = { ...rest, set: compiled(source) };
  switch (work.kind) {
    case "write-units":
      return written(
        writeCampaignWorkbook(
          origin,
          following(ask, ({ units }) => units ?? []),
        ),
        ask,
      );
    case "write-appraisal":
      return written(
        writeAppraisalWorkbook(
          origin,
          following(ask, ({ rows }) => rows ?? []),
        ),
        ask,
      );
    case "read-units":
      return refusing(() => readUnits(work.bytes, origin, ask));
    case "read-appraisal":
      return refusing(() => readJudgements(work.bytes, origin, ask));
  }
}

type Asking = Ask<CampaignQuestion, CampaignReply>;

async function written(pieces: AsyncIterable<Uint8Array>, ask: Asking): Promise<CampaignAnswer> {
  for await (const bytes of pieces) await ask({ kind: "piece", bytes });
  return { kind: "written" };
}

/** What is to be written: some is read while what came before it is being written. */
async function* following<T>(ask: Asking, of: (reply: CampaignReply) => readonly T[]): AsyncGenerator<T> {
  let coming = ask({ kind: "next" });
  for (;;) {
    const items = of(await coming);
    if (items.length === 0) return;
    coming = ask({ kind: "next" });
    // Thrown where it is waited for, and nowhere when nobody reads on.
    coming.catch(() => undefined);
    yield* items;
  }
}

async function readUnits(bytes: Uint8Array, origin: WorkbookOrigin, ask: Asking): Promise<CampaignAnswer> {
  const fields: ReadUnitField[] = [];
  let untouched = 0;
  const { same, notes } = await readCampaignWorkbook(
    bytes,
    origin,
    async (assessments) => {
      const { units = [] } = await ask({ kind: "units", assessments });
      return new Map(units.map((unit) => [unit.assessment.id, unit]));
    },
    ({ assessment, fields: read }) => {
      for (const field of read) {
        if (!differs(field)) untouched += 1;
        else if (fields.length <= MOST_ROWS) fields.push({ ...field, assessment });
      }
    },
  );
  if (fields.length > MOST_ROWS) return { kind: "too-many" };
  return { kind: "read-units", fields, notes, counts: { same, untouched, absent: 0 } };
}

async function readJudgements(
  bytes: Uint8Array,
  origin: WorkbookOrigin,
  ask: Asking,
): Promise<CampaignAnswer> {
  const rows: ReadJudgement[] = [];
  let untouched = 0;
  const { same, notes } = await readAppraisalWorkbook(
    bytes,
    origin,
    async (keys) => (await ask({ kind: "rows", keys })).rows ?? [],
    (row) => {
      if (!differs(row)) untouched += 1;
      else if (rows.length <= MOST_ROWS) rows.push(row);
    },
  );
  if (rows.length > MOST_ROWS) return { kind: "too-many" };
  return { kind: "read-appraisal", rows, notes, counts: { same, untouched, absent: 0 } };
}
