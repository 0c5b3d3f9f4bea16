/** What every command is: how it is called, and what it does. */
import type { CommandLine, CommandSpec } from "../command-line.js";
import type { Screen } from "../output/screen.js";

/** 0 fine, 1 findings. Misuse is thrown (see misuse.ts) and ends with 2. */
export type ExitStatus = 0 | 1;

export interface Command extends CommandSpec {
  run(line: CommandLine, screen: Screen): Promise<ExitStatus>;
}
