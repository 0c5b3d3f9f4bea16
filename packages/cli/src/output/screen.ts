/** Where a command writes: results to stdout, everything else to stderr, in the language of the run. */
import { once } from "node:events";
import type { Language, Message } from "@opendti/engine";
import { type Paint, paintFor } from "./paint.js";

export interface Screen {
  readonly language: Language;
  readonly json: boolean;
  readonly paint: Paint;
  readonly paintError: Paint;
  /** The message in the language of the run. */
  say(text: Message): string;
  /** Writes lines to stdout; waits while the reader is slower than we are. */
  print(...lines: string[]): Promise<void>;
  /** Writes to stdout as it is. */
  write(text: string): Promise<void>;
  /** Writes lines to stderr. */
  warn(...lines: string[]): void;
}

export function screenOf(language: Language, json: boolean, environment: NodeJS.ProcessEnv): Screen {
  const write = async (text: string): Promise<void> => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  };
  return {
    language,
    json,
    paint: paintFor(process.stdout, environment),
    paintError: paintFor(process.stderr, environment),
    say: (text) => text[language],
    print: (...lines) => (lines.length === 0 ? Promise.resolve() : write(`${lines.join("\n")}\n`)),
    write,
    warn: (...lines) => {
      process.stderr.write(`${lines.join("\n")}\n`);
    },
  };
}

/** Ends the run quietly when whoever read our output has left (`| head`). */
export function endWhenReaderLeaves(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
}

/** JSON for programs, one document, with a line end. */
export function printJson(screen: Screen, value: unknown): Promise<void> {
  return screen.write(`${JSON.stringify(value, null, 2)}\n`);
}
