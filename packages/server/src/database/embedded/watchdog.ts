/** Sees to it that the server does not outlive us, even when we are killed in a way that lets us say nothing. */
import { spawn } from "node:child_process";
import { type Account, identity, programEnvironment } from "./program.js";

/**
 * Reads until we write a line (all is well) or vanish (end of file: the system closes the pipe of a dead process);
 * then tells the server to shut down fast. Signals that a terminal sends to all its processes are not for it.
 */
const SCRIPT = `trap '' INT TERM HUP QUIT; read -r _ || kill -INT "$0"`;

/**
 * Starts a shell, under the server's own account, that stops the server `pid` when this process dies. On Windows,
 * which has no such shell, the server is stopped by the next start instead (see orphan.ts).
 * @returns to be called when the server has ended: dismisses the watchdog.
 */
export function watch(pid: number, account: Account | undefined): () => void {
  if (process.platform === "win32") return () => undefined;
  const dog = spawn("/bin/sh", ["-c", SCRIPT, String(pid)], {
    cwd: "/",
    // Of a process group of its own: what ends us must not end it before it has done its work.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    env: programEnvironment(),
    ...identity(account),
  });
  dog.unref();
  // Without a shell there is no watchdog: the next start then stops the server. A write to one that is gone is moot.
  dog.on("error", () => undefined);
  dog.stdin.on("error", () => undefined);
  return () => {
    dog.stdin.end("\n");
  };
}
