/** How far a long run has come: one line on a terminal's stderr that is wiped at the end. */
import type { Message } from "@opendti/engine";
import type { Screen } from "./screen.js";

/** A run shorter than this says nothing. */
const SILENT_MS = 1000;
const EVERY_MS = 200;

export class Progress {
  private readonly start = performance.now();
  private last = 0;
  private written = false;

  constructor(
    private readonly screen: Screen,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** Tells how much of a step is done. */
  tell(step: Message, done: number, of: number): void {
    if (!this.stream.isTTY) return;
    const now = performance.now();
    if (now - this.start < SILENT_MS || now - this.last < EVERY_MS) return;
    this.last = now;
    this.written = true;
    this.stream.write(
      `\r\u001b[K${this.screen.say(step)} ${of > 0 ? `${Math.floor((100 * done) / of)}%` : ""}`,
    );
  }

  end(): void {
    if (this.written) this.stream.write("\r\u001b[K");
  }
}
