/** The other end of hyperformula.ts: starts the workbook's process and takes turns with it. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SheetMessage } from "./hyperformula.js";

/** Node's options for the workbook. At 4,000 units a large young generation makes its recalculation about 1.4 times faster. */
const NODE_OPTIONS = ["--max-old-space-size=12000", "--max-semi-space-size=128"];

export class SheetContest {
  private constructor(
    private readonly child: ChildProcess,
    readonly built: Extract<SheetMessage, { kind: "built" }>,
  ) {}

  /** Builds the workbook of the campaign of so many units. */
  static async start(size: number): Promise<SheetContest> {
    const child = fork(fileURLToPath(new URL("hyperformula.js", import.meta.url)), [String(size)], {
      execArgv: NODE_OPTIONS,
      serialization: "advanced",
    });
    return new SheetContest(child, await next(child, "built"));
  }

  /** Changes all inputs and calculates again. After an even number of turns the workbook stands at the campaign. */
  async turn(): Promise<Extract<SheetMessage, { kind: "turned" }>> {
    this.child.send("turn");
    return next(this.child, "turned");
  }

  /** Changes single inputs, while the workbook stands at the campaign. */
  async change(): Promise<Extract<SheetMessage, { kind: "changed" }>> {
    this.child.send("change");
    return next(this.child, "changed");
  }

  async scores(): Promise<Extract<SheetMessage, { kind: "scores" }>> {
    this.child.send("scores");
    return next(this.child, "scores");
  }

  close(): void {
    this.child.disconnect();
  }
}

/** The child's next message, which must be of this kind. */
function next<Kind extends SheetMessage["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<SheetMessage, { kind: Kind }>> {
  return new Promise((resolve, reject) => {
    const failed = (code: number | null): void =>
      reject(new Error(`the workbook's process ended with ${code}`));
    child.once("exit", failed);
    child.once("message", (message: SheetMessage) => {
      child.off("exit", failed);
      if (message.kind === kind) resolve(message as Extract<SheetMessage, { kind: Kind }>);
      else reject(new Error(`the workbook's process said ${message.kind} instead of ${kind}`));
    });
  });
}
