/** Sets ready to score with. A set's text never changes under its hash, so what was compiled once stays right. */
import { createHash } from "node:crypto";
import { type LoadedSet, loadSet, type Problem as SourceProblem } from "@opendti/engine";
import { Problem } from "../../http/problem.js";

const SHELF_SIZE = 32;

export class SetShelf {
  private readonly byHash = new Map<string, LoadedSet>();

  /** A set that was compiled before, by the hash of its text. */
  known(hash: string): LoadedSet | undefined {
    const known = this.byHash.get(hash);
    if (known === undefined) return undefined;
    // Newest last, so that the oldest is the first to go.
    this.byHash.delete(hash);
    this.byHash.set(hash, known);
    return known;
  }

  /**
   * Compiles a set's text, or takes it from the shelf.
   * @throws {Problem} `set-has-errors` with every problem, its line and column.
   */
  load(source: string, hash = setHash(source)): LoadedSet {
    const known = this.known(hash);
    if (known !== undefined) return known;
    const loaded = loadSet(source);
    if (!loaded.ok) throw refused(loaded.problems);
    this.byHash.set(hash, loaded.value);
    const oldest = this.byHash.keys().next().value;
    if (this.byHash.size > SHELF_SIZE && oldest !== undefined) this.byHash.delete(oldest);
    return loaded.value;
  }
}

/** The content hash of a set: SHA-256 of its text, hexadecimal. */
export const setHash = (source: string): string => createHash("sha256").update(source).digest("hex");

function refused(problems: readonly SourceProblem[]): Problem {
  return new Problem("set-has-errors", undefined, { problems });
}
