/** The server, for the `opendti` command. */
export { BackupError } from "./backup/error.js";
export type { Manifest } from "./backup/manifest.js";
export { backUpByCommand, checkBackup, restoreByCommand } from "./backup/on-demand.js";
export { type Config, ConfigError, readConfig } from "./config.js";
export { EmbeddedDatabaseError } from "./database/embedded/errors.js";
export { type EmbeddedDatabase, startEmbedded } from "./database/embedded/index.js";
export { MigrationError } from "./database/migrate.js";
export { type Role, roles } from "./database/schema.js";
export { describeInterface } from "./describe.js";
export { createByCommand, resetByCommand } from "./features/accounts/by-command.js";
export { Problem } from "./http/problem.js";
export { maintain } from "./maintenance.js";
export { type Running, serve } from "./serve.js";
