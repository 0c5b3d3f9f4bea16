/**
 * What an export is: a name, a kind of file, and how its bytes are made. One file a kind in this folder; all.ts lists
 * them. Whatever is heavy is imported inside `make`: kinds are known to the process that answers, made in another thread.
 */
import type { Writable } from "node:stream";
import type { CampaignFrame } from "@opendti/documents";
import type { Language } from "@opendti/engine";
import type { Connection } from "../../../database/connection.js";
import type { LongCall } from "../../../http/call.js";
import type { Edition } from "../../results/repository.js";
import type { SetShelf } from "../../sets/shelf.js";

/** Of a package of files. */
export const ZIP = "application/zip";

export interface ExportKind {
  /** In addresses and in the table; never changed once released. Its words are in the browser's catalogues. */
  readonly kind: string;
  /** Of the file's name, without a dot. */
  readonly ending: string;
  readonly mediaType: string;
  /**
   * "results": of results, compiled or published; whoever sees all gets all of them. Others get it when `open`, of what
   * is published and as far as that is public.
   * "own": of the campaign as it stands, for the one who asks and nobody else; `allow` says who may.
   */
  readonly of: "results" | "own";
  readonly open: boolean;
  /** It needs a run: results of a year before OpenDTI, which were entered as they were, do not do. */
  readonly ofRun?: boolean;
  /** Of "own": asked when it is ordered and again when it is fetched. @throws {Problem} `forbidden`, `not-found`. */
  readonly allow?: (call: LongCall, campaignId: string) => Promise<void>;
  /**
   * Writes the whole file into the sink and ends it, waiting where the sink is full. Memory does not grow with what was
   * written. The same work gives the same bytes. Runs where nobody is answered, and may be done again from the start.
   */
  make(work: ExportWork, sink: Writable): Promise<void>;
}

/** What an export is made from. */
export interface ExportWork {
  readonly db: Connection;
  readonly sets: SetShelf;
  readonly campaignId: string;
  /** The results that were asked for; null for what is not made of results. */
  readonly edition: Edition | null;
  /** Whose it is; null when the account is gone. */
  readonly askedBy: string | null;
  readonly language: Language;
  /**
   * The results as a stream.
   * @param passes how often the kind goes over its units and movements together: progress is counted by what it takes.
   */
  frame(passes: number): Promise<CampaignFrame>;
  /**
   * Says how far the work is, in whatever it counts; a frame does it by itself. Call it between any two units: here work
   * that was cancelled stops. @throws when it was.
   */
  step(done: number, total: number): void;
}
