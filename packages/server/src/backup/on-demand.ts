/** The work of commands, loaded by the command: a server that answers holds no reader and no writer of backups in memory. */
import type { Config } from "../config.js";
import type { BackupOrder } from "./by-command.js";
import type { Manifest } from "./manifest.js";

/** See by-command.ts. @throws {BackupError} */
export async function backUpByCommand(
  config: Config,
  say: (line: string) => void,
  order: BackupOrder,
): Promise<Manifest> {
  const command = await import("./by-command.js");
  return command.backUpByCommand(config, say, order);
}

/** See by-command.ts. */
export async function checkBackup(path: string): Promise<Manifest> {
  const command = await import("./by-command.js");
  return command.checkBackup(path);
}

/** See by-command.ts. @throws {BackupError} */
export async function restoreByCommand(
  config: Config,
  say: (line: string) => void,
  path: string,
): Promise<Manifest> {
  const command = await import("./by-command.js");
  return command.restoreByCommand(config, say, path);
}
