/** The `opendti` command: reads the line, runs the command, turns what was thrown into words and an exit status. */
import { readFileSync } from "node:fs";
import type { Language } from "@opendti/engine";
import { readCommandLine } from "./command-line.js";
import { commandHelp, generalHelp } from "./commands/help.js";
import { commands } from "./commands/index.js";
import { chooseLanguage } from "./language.js";
import { Misuse } from "./misuse.js";
import { endWhenReaderLeaves, screenOf } from "./output/screen.js";

const MISUSE = 2;
/** A mistake of ours, which no exit status of the contract stands for (EX_SOFTWARE of sysexits). */
const BROKEN = 70;

async function main(words: readonly string[], language: Language): Promise<number> {
  const line = readCommandLine(words, commands);
  const screen = screenOf(language, line.json, process.env);
  if (line.version) {
    await screen.print(version());
    return 0;
  }
  if (line.help) {
    await screen.print(
      ...(line.command ? commandHelp(line.command, language) : generalHelp(commands, language)),
    );
    return 0;
  }
  const command = commands.find((each) => each === line.command);
  return command ? command.run(line, screen) : MISUSE;
}

function version(): string {
  const { version: own } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return own;
}

function explainFailure(error: unknown, language: Language): number {
  const { paintError: paint, warn } = screenOf(language, false, process.env);
  if (error instanceof Misuse) {
    const help = `opendti${error.command === undefined ? "" : ` ${error.command}`} --help${language === "en" ? " --lang en" : ""}`;
    warn(
      `${paint("bad", "opendti")}: ${error.text[language]}`,
      language === "vi" ? `Xem: ${help}` : `See: ${help}`,
    );
    return MISUSE;
  }
  const said = error instanceof Error ? error.message : String(error);
  warn(
    language === "vi"
      ? `opendti: lỗi của chính chương trình (${said}). Xin báo lại kèm lệnh đã gõ; OPENDTI_DEBUG=1 in thêm chi tiết.`
      : `opendti: a mistake of the program itself (${said}). Please report it with the command you typed; OPENDTI_DEBUG=1 prints more.`,
  );
  if (process.env["OPENDTI_DEBUG"] && error instanceof Error) warn(error.stack ?? "");
  return BROKEN;
}

endWhenReaderLeaves();
const words = process.argv.slice(2);
const language = chooseLanguage(words, process.env);
try {
  process.exitCode = await main(words, language);
} catch (error) {
  process.exitCode = explainFailure(error, language);
}
