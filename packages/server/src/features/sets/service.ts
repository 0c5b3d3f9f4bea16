/** Sets: drafts that are checked, and published versions that nobody changes again. */
import { holds, requireRole } from "../../access/actor.js";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireVersion } from "../../http/etag.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { readContent } from "./content.js";
import type { SetCase, SetContent, SetHead, StoredSet } from "./repository.js";
import * as repository from "./repository.js";

/** What the checks say of a case whose published numbers the rules do not give. */
const NOT_REPRODUCED = new Set(["case-score-mismatch", "case-total-mismatch", "case-rank-mismatch"]);

/** Published sets for everybody signed in; drafts for the coordinator alone. */
export async function listSets(call: Call): Promise<SetHead[]> {
  const all = await repository.listSets(call.db);
  return holds(call.actor, "coordinator") ? all : all.filter(({ status }) => status === "published");
}

/** @throws {Problem} `not-found`, also for a draft that the actor may not see. */
export async function getSet(call: Call, id: string, version: number): Promise<StoredSet> {
  const set = found(await repository.findSet(call.db, id, version));
  if (set.status === "draft" && !holds(call.actor, "coordinator")) throw new Problem("not-found");
  return set;
}

/** What a set's text says of itself: what it is for, and the decision it was taken from. */
export interface SetAbout {
  readonly kind: "scored" | "form";
  readonly years: { readonly from: number; readonly to: number | null };
  readonly decision: {
    readonly number: string | null;
    readonly date: string | null;
    readonly issuer: string;
  };
}

/**
 * Reads it in the text, which is fetched only where it is not compiled yet. The decision is the first the text names.
 * @returns null for a text that the rules language of today does not read any more.
 */
export async function aboutSet(call: Call, set: SetHead): Promise<SetAbout | null> {
  const { sets } = call.platform;
  const { hash } = set;
  try {
    const { source } =
      sets.known(hash) ??
      sets.load(found(await repository.findSet(call.db, set.id, set.setVersion)).source, hash);
    const [decision] = source.legal_basis;
    if (decision === undefined) return null;
    const { number = null, date = null, issuer } = decision;
    const { from, to = null } = source.years;
    return { kind: source.kind, years: { from, to }, decision: { number, date, issuer } };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Reads and checks a text without keeping it. */
export function checkSource(call: Call, source: string): SetContent {
  requireRole(call.actor, "coordinator");
  return readContent(call.platform.sets, source, []);
}

/**
 * Keeps a text as a draft under the id and version that it states itself.
 * @throws {Problem} `already-exists`; `set-has-errors`.
 */
export async function createDraft(
  call: Call,
  source: string,
  cases: readonly SetCase[] = [],
): Promise<StoredSet> {
  requireRole(call.actor, "coordinator");
  const content = readContent(call.platform.sets, source, cases);
  if (!(await repository.insertDraft(call.db, content, call.actor.accountId)))
    throw new Problem("already-exists", {
      vi: `Bộ chỉ số "${content.id}" bản ${content.setVersion} đã có; tăng "version" trong tệp để tạo bản mới.`,
      en: `The set "${content.id}" version ${content.setVersion} exists; raise "version" in the file to make a new one.`,
    });
  await record(call, {
    action: "set.create",
    subject: subjectOf(content),
    after: { hash: content.hash, title: content.title },
  });
  return found(await repository.findSet(call.db, content.id, content.setVersion));
}

/** Replaces a draft's text. @throws {Problem} `set-frozen`, `changed-meanwhile`, `set-has-errors`. */
export async function updateDraft(
  call: Call,
  id: string,
  version: number,
  change: { readonly sent: number; readonly source: string },
): Promise<StoredSet> {
  requireRole(call.actor, "coordinator");
  const set = await draft(call, id, version, change.sent);
  const content = readContent(call.platform.sets, change.source, set.cases);
  if (content.id !== id || content.setVersion !== version)
    throw new Problem("content-refused", {
      vi: `Tệp ghi bộ "${content.id}" bản ${content.setVersion}, đang sửa "${id}" bản ${version}.`,
      en: `The file says "${content.id}" version ${content.setVersion}, but "${id}" version ${version} is being edited.`,
    });
  await repository.updateDraft(call.db, content);
  await record(call, {
    action: "set.change",
    subject: subjectOf(content),
    before: { hash: set.hash },
    after: { hash: content.hash },
  });
  return found(await repository.findSet(call.db, id, version));
}

/**
 * Freezes a draft for ever.
 * @throws {Problem} `set-has-errors` while a check finds an error: a set that fails its cases is not published.
 */
export async function publishSet(call: Call, id: string, version: number, sent: number): Promise<StoredSet> {
  requireRole(call.actor, "coordinator");
  const set = await draft(call, id, version, sent);
  // The document's own contradictions are findings to live with; a case that is not reproduced is not.
  const failing = set.findings.filter(({ code }) => NOT_REPRODUCED.has(code));
  if (failing.length > 0) throw new Problem("set-has-errors", undefined, { findings: failing });
  await repository.publishSet(call.db, id, version, call.at, call.actor.accountId);
  await record(call, {
    action: "set.publish",
    subject: { type: "set", id: `${id}@${version}` },
    after: { hash: set.hash },
  });
  return found(await repository.findSet(call.db, id, version));
}

export async function deleteDraft(call: Call, id: string, version: number, sent: number): Promise<void> {
  requireRole(call.actor, "coordinator");
  const set = await draft(call, id, version, sent);
  if (await repository.isUsed(call.db, id, version)) throw new Problem("set-in-use");
  await repository.deleteDraft(call.db, id, version);
  await record(call, {
    action: "set.delete",
    subject: { type: "set", id: `${id}@${version}` },
    before: { hash: set.hash, source: set.source },
  });
}

async function draft(call: Call, id: string, version: number, sent: number): Promise<StoredSet> {
  const set = found(await repository.findSet(call.db, id, version, true));
  if (set.status === "published") throw new Problem("set-frozen");
  requireVersion(sent, set);
  return set;
}

const subjectOf = (content: SetContent) => ({ type: "set", id: `${content.id}@${content.setVersion}` });
