/** From a document to draft sets: it is read once and kept; people decide on what was read, today or another day. */
import { createHash } from "node:crypto";
import { explainIssues, type SetSource, setSchema } from "@opendti/engine";
import { stringify } from "yaml";
import { requireRole } from "../../access/actor.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { takeOverPlans } from "../plans/service.js";
import type { SetCase, StoredSet } from "../sets/repository.js";
import { createDraft } from "../sets/service.js";
import { type DecisionPatch, decided } from "./decisions.js";
import type { ImportContent } from "./reading.js";
import { readInThread } from "./reading-thread.js";
import type { ImportWithWork, StoredImport } from "./repository.js";
import * as repository from "./repository.js";

/** A file as it came. */
export interface IncomingDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Names are shown in lists; nobody needs more of one. */
const LONGEST_NAME = 200;

export async function listImports(call: Call): Promise<StoredImport[]> {
  requireRole(call.actor, "coordinator");
  return repository.listImports(call.db);
}

/** @throws {Problem} `not-found`. */
export async function getImport(call: Call, id: string): Promise<ImportWithWork> {
  requireRole(call.actor, "coordinator");
  return found(await repository.findImport(call.db, id));
}

/** The whole reading as JSON text; it never changes. @throws {Problem} `not-found`. */
export async function getContent(call: Call, id: string): Promise<string> {
  requireRole(call.actor, "coordinator");
  return found(await repository.contentOf(call.db, id));
}

/**
 * Reads a document into sets, outside of the thread that answers requests, and keeps what was read.
 * @param incoming reads the body; called when the sender is let in.
 * @throws {Problem} `upload-refused` with the reader's reason and what to do; `content-refused` where nothing in it is a
 * table of indicators.
 */
export async function importDocument(
  call: LongCall,
  incoming: () => Promise<IncomingDocument>,
): Promise<ImportWithWork> {
  requireRole(call.actor, "coordinator");
  const { name, bytes } = await incoming();
  const read = await readInThread(bytes, name);
  if (!read.ok) throw new Problem(read.code, read.why);
  return inTransaction(call, async (within) => {
    const id = await repository.insertImport(within.db, {
      name: name.slice(0, LONGEST_NAME),
      format: read.format,
      fileHash: createHash("sha256").update(bytes).digest("hex"),
      heads: read.heads,
      content: read.content,
      by: call.actor.accountId,
      at: call.at,
    });
    await record(within, {
      action: "set-import.create",
      subject: { type: "set-import", id },
      after: { name: name.slice(0, LONGEST_NAME), sets: read.heads.map((head) => head.title) },
    });
    return getImport(within, id);
  });
}

/**
 * Keeps what was decided on some indicators of one set, or on what the set says of itself.
 * @throws {Problem} `not-found`, `changed-meanwhile`, `content-refused`.
 */
export async function decide(
  call: Call,
  id: string,
  sent: number,
  patch: DecisionPatch & { readonly set: number },
): Promise<ImportWithWork> {
  requireRole(call.actor, "coordinator");
  const before = await locked(call, id, sent);
  requireSet(before, patch.set);
  const decisions = decided(before.decisions, patch.set, patch);
  await repository.updateWork(call.db, id, { decisions }, call.at);
  return getImport(call, id);
}

/** What of a document's set becomes a draft. */
export interface DraftWish {
  /** Which set of the document, from 0. */
  readonly set: number;
  /** The set's source, as data: what was read with what was decided. */
  readonly source: Readonly<Record<string, unknown>>;
  /** Whether the numbers that the document publishes are to be reproduced: a draft with cases that fail is not published. */
  readonly cases: boolean;
}

/**
 * Keeps one set of the document as a draft with the plans that it prints, which the existing pages edit, check and publish.
 * @throws {Problem} `not-found`, `changed-meanwhile`; `set-has-errors`, `already-exists`.
 */
export async function makeDraft(
  call: Call,
  id: string,
  sent: number,
  { set, source, cases }: DraftWish,
): Promise<StoredSet> {
  requireRole(call.actor, "coordinator");
  const before = await locked(call, id, sent);
  requireSet(before, set);
  const { cases: published, plans } = await besideOf(call, id, set);
  const draft = await createDraft(call, yamlOf(source), cases ? published : []);
  await takeOverPlans(call, draft, plans);
  const { id: setId, setVersion: version } = draft;
  await repository.updateWork(
    call.db,
    id,
    { drafts: [...before.drafts, { set, id: setId, version }] },
    call.at,
  );
  return draft;
}

/** Throws the reading away; drafts that were made of it stay. */
export async function deleteImport(call: Call, id: string, sent: number): Promise<void> {
  requireRole(call.actor, "coordinator");
  const before = await locked(call, id, sent);
  await repository.deleteImport(call.db, id);
  await record(call, {
    action: "set-import.delete",
    subject: { type: "set-import", id },
    before: { name: before.name },
  });
}

async function locked(call: Call, id: string, sent: number): Promise<ImportWithWork> {
  const stored = found(await repository.findImport(call.db, id, true));
  requireVersion(sent, stored);
  return stored;
}

function requireSet({ sets }: StoredImport, set: number): void {
  if (set >= sets.length) throw new Problem("not-found");
}

/** What the document prints beside the set: numbers to be reproduced, and who leads what. */
async function besideOf(
  call: Call,
  id: string,
  set: number,
): Promise<{ readonly cases: readonly SetCase[]; readonly plans: readonly string[] }> {
  const content = JSON.parse(found(await repository.contentOf(call.db, id))) as ImportContent;
  const one = content.sets[set];
  return { cases: one?.cases ?? [], plans: one?.plans ?? [] };
}

/** The set's text. @throws {Problem} `set-has-errors` for what is no set, problem by problem. */
function yamlOf(source: DraftWish["source"]): string {
  const read = setSchema.safeParse(source);
  if (read.success) return stringify(source as SetSource, { lineWidth: 110 });
  const problems = explainIssues(read.error.issues, source).map(({ text, path }) => ({
    message: text,
    at: path.join("."),
    line: null,
    column: null,
  }));
  throw new Problem("set-has-errors", undefined, { problems });
}
