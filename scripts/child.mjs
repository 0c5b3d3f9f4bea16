/** Child processes for the scripts beside this file. Node's own modules only: nothing may be installed yet. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the checkout, whatever directory a script was started from. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** JavaScript entry points of the tools: run with this Node, they need no shell and no PATH on any system. */
export const tools = {
  biome: join(root, "node_modules/@biomejs/biome/bin/biome"),
  dependencyCruiser: join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
  tsc: join(root, "node_modules/typescript/bin/tsc"),
  knip: join(root, "node_modules/knip/bin/knip.js"),
  vitest: join(root, "node_modules/vitest/vitest.mjs"),
  vite: join(root, "node_modules/vite/bin/vite.js"),
};

/**
 * Runs a command, in the root of the checkout unless told otherwise, with this process's own input and output, and hands on
 * SIGINT and SIGTERM, so that whoever stops the script stops the command.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ shell?: boolean, cwd?: string, say?: (text: string) => void }} [options] `say` is given what it prints
 * @returns {Promise<number>} the exit status; 128 + n for a command that signal n ended, 127 for one that did not start
 */
export function run(command, args, { shell = false, cwd = root, say } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: say ? ["ignore", "pipe", "pipe"] : "inherit", shell });
    if (say) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", say);
    /** @param {NodeJS.Signals} signal */
    const handOn = (signal) => child.kill(signal);
    process.on("SIGINT", handOn);
    process.on("SIGTERM", handOn);
    /** @param {number} status */
    const finish = (status) => {
      process.off("SIGINT", handOn);
      process.off("SIGTERM", handOn);
      resolve(status);
    };
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      finish(127);
    });
    // Once all that it printed has come.
    child.on("close", (status, signal) => {
      const signalNumber = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[String(signal)] ?? 1;
      finish(status ?? 128 + signalNumber);
    });
  });
}

/**
 * @param {string} script
 * @param {...string} args
 */
export const node = (script, ...args) => run(process.execPath, [script, ...args]);
