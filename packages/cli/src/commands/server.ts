/** What the commands that open a database share: its settings, and its refusals in the command's own words. */
import { message } from "@opendti/engine";
import type { Config } from "@opendti/server";
import type { CommandLine, OptionSpec } from "../command-line.js";
import { Misuse } from "../misuse.js";

type Server = typeof import("@opendti/server");

/** Loaded only when needed: scoring a file opens no server. */
export const loadServer = (): Promise<Server> => import("@opendti/server");

export const DATA_OPTION: OptionSpec = {
  name: "--data",
  values: ["DIR"],
  about: message(
    "thư mục dữ liệu; mặc định .opendti, hoặc theo OPENDTI_DATA",
    "the data folder; .opendti unless OPENDTI_DATA says otherwise",
  ),
};

/** The environment's settings under those of the command line. */
export function configOf(
  server: Server,
  line: CommandLine,
  defaults: Readonly<Record<string, string>> = {},
): Config {
  return server.readConfig({
    ...defaults,
    ...process.env,
    ...override("OPENDTI_DATA", line.options.get("--data")?.[0]),
    ...override("PORT", line.options.get("--port")?.[0]),
  });
}

const override = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };

/** Runs work of a command; what the server refuses with a reason becomes misuse with that reason. */
export async function refusing<T>(server: Server, command: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof server.Problem && error.detail !== undefined)
      throw new Misuse(message(error.detail.vi, error.detail.en), command);
    if (error instanceof server.EmbeddedDatabaseError || error instanceof server.BackupError)
      throw new Misuse(message(error.vi, error.en), command);
    if (error instanceof server.ConfigError || error instanceof server.MigrationError)
      throw new Misuse(message(error.message, error.message), command);
    throw error;
  }
}
