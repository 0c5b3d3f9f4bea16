/** Commands timed as whole processes. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface Finished {
  readonly milliseconds: number;
  /** Of the processor, over all cores. */
  readonly cpuMilliseconds: number;
  readonly peakBytes: number;
}

/** Loaded into the child before its own script: says at its exit, on channel 3, how much memory and time it took. */
const WATCHER = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));',
)}`;

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
      if (status === 0) resolve({ milliseconds, ...resources(usage) });
      else reject(new Error(`${fileURLToPath(script)} ${args.join(" ")}: exit status ${status}\n${said}`));
    });
  });
}

function resources(usage: string): Omit<Finished, "milliseconds"> {
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage) as NodeJS.ResourceUsage;
  return { peakBytes: maxRSS * 1024, cpuMilliseconds: (userCPUTime + systemCPUTime) / 1000 };
}
