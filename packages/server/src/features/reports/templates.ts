/** A province's own templates of the self-assessment report: brought by whoever coordinates or administers, chosen when printing. */
import { createHash } from "node:crypto";
import { requireRole } from "../../access/actor.js";
import { DOCX } from "../../files/file-kind.js";
import { safeFileName } from "../../files/file-name.js";
import { type Call, inTransaction, type LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { record } from "../audit/record.js";
import { checkTemplate, makeExample } from "./making-thread.js";
import type { TemplateHead } from "./template-repository.js";
import * as repository from "./template-repository.js";

/** A file as it came. */
export interface IncomingTemplate {
  readonly name: string;
  readonly bytes: Buffer;
}

/** More than a province tells apart. */
const MOST = 50;

/** Everybody signed in may print by a template, and so chooses among them. */
export async function listTemplates(call: Call): Promise<TemplateHead[]> {
  return repository.listTemplates(call.db);
}

/**
 * Takes a template. It is looked through outside of the thread that answers requests; what is odd in it is kept beside it.
 * @param incoming reads the body; called when the sender is let in.
 * @throws {Problem} `forbidden`; `upload-refused` for what is no Word file, or may do harm; `content-refused` for a template
 * that no document can be made of, and beyond the most that are kept.
 */
export async function bringTemplate(
  call: LongCall,
  incoming: () => Promise<IncomingTemplate>,
): Promise<TemplateHead> {
  requireRole(call.actor, "coordinator", "administrator");
  const { name, bytes } = await incoming();
  const findings = await checkTemplate(bytes);
  const faults = findings.filter(({ severity }) => severity === "error");
  if (faults.length > 0) throw faulty(faults);
  return inTransaction(call, async (within) => {
    if ((await repository.countTemplates(within.db)) >= MOST)
      throw new Problem("content-refused", {
        vi: `Đã có ${MOST} mẫu. Hãy xóa mẫu không còn dùng rồi tải lên.`,
        en: `There are ${MOST} templates. Delete those that are not used any more first.`,
      });
    const safe = safeFileName(name, DOCX);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const by = call.actor.accountId;
    const id = await repository.insertTemplate(within.db, {
      name: safe,
      bytes,
      hash,
      findings,
      by,
      at: call.at,
    });
    await record(within, {
      action: "report-template.create",
      subject: { type: "report-template", id },
      after: { name: safe, hash },
    });
    return found(await repository.findTemplate(within.db, id));
  });
}

function faulty(
  faults: readonly { readonly message: { readonly vi: string; readonly en: string } }[],
): Problem {
  const said = (language: "vi" | "en"): string => faults.map(({ message }) => message[language]).join(" ");
  return new Problem("content-refused", { vi: said("vi"), en: said("en") }, { findings: faults });
}

/** The file as it came. @throws {Problem} `forbidden`, `not-found`. */
export async function getTemplateFile(call: Call, id: string): Promise<IncomingTemplate> {
  requireRole(call.actor, "coordinator", "administrator");
  return found(await repository.findTemplate(call.db, id));
}

/** A template with every name in its place, to begin one's own from. @throws {Problem} `forbidden`. */
export async function getExample(call: LongCall): Promise<Buffer> {
  requireRole(call.actor, "coordinator", "administrator");
  return makeExample();
}

/** @throws {Problem} `forbidden`, `not-found`. */
export async function deleteTemplate(call: Call, id: string): Promise<void> {
  requireRole(call.actor, "coordinator", "administrator");
  const { name, hash } = found(await repository.findTemplate(call.db, id));
  await repository.deleteTemplate(call.db, id);
  await record(call, {
    action: "report-template.delete",
    subject: { type: "report-template", id },
    before: { name, hash },
  });
}

/** A template to be filled, for whoever prints. @throws {Problem} `not-found`. */
export async function templateBytes({ db }: Pick<Call, "db">, id: string): Promise<Uint8Array> {
  return found(await repository.findTemplate(db, id)).bytes;
}
