/** Commands timed as whole processes. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Finished {
  readonly milliseconds: number;
  readonly peakBytes: number;
}

/**
 * Loaded into the child before its own script: says at its exit, on channel 3, how much memory it took at most, in kilobytes.
 * Linux counts the parent's memory into maxRSS of a child; VmHWM is the child's own.
 */
const WATCHER = `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeSync } from "node:fs";
process.on("exit", () => {
  const own = process.platform === "linux" && /VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  writeSync(3, String(own || process.resourceUsage().maxRSS));
});`)}`;

/**
 * Runs `node script ...args` to its end. Refuses any other exit status than 0 or, of a command that reports what is odd about its data, 1.
 */
export function runNode(script: URL, ...args: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [`--import=${WATCHER}`, fileURLToPath(script), ...args], {
      stdio: ["ignore", "ignore", "pipe", "pipe"],
    });
    let said = "";
    let usage = "";
    child.stdio[2]?.on("data", (data) => {
      said += data;
    });
    child.stdio[3]?.on("data", (data) => {
      usage += data;
    });
    let milliseconds = 0;
    child.on("exit", () => {
      milliseconds = performance.now() - start;
    });
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) resolve({ milliseconds, peakBytes: Number(usage) * 1024 });
      else reject(new Error(`${fileURLToPath(script)} ${args.join(" ")}: exit status ${status}\n${said}`));
    });
  });
}
