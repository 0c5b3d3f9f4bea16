/** The help: of the whole command, or of one of its commands. */
import { type Language, type Message, message } from "@opendti/engine";
import { COMMON_OPTIONS, type CommandSpec, type OptionSpec } from "../command-line.js";
import { PAGE } from "../output/table.js";
import { pad, wrap } from "../output/width.js";

const EXIT: Message = message(
  "0 ổn; 1 có phát hiện (số liệu sai, không đọc được, điểm công bố khác); 2 gọi lệnh sai",
  "0 fine; 1 findings (data refused or unreadable, published scores that differ); 2 misuse",
);

/** Lines of the general help. */
export function generalHelp(commands: readonly CommandSpec[], language: Language): string[] {
  const vi = language === "vi";
  return [
    vi
      ? "opendti — chấm điểm chỉ số chuyển đổi số theo đúng văn bản, giải thích đến từng chữ số"
      : "opendti — scores digital transformation indices exactly as the decisions state them",
    "",
    vi ? "Cách dùng:" : "Usage:",
    `  opendti ${vi ? "LỆNH [tùy chọn]" : "COMMAND [options]"}`,
    "",
    vi ? "Lệnh:" : "Commands:",
    ...definitions(
      commands.map((command) => [[command.name, ...usageOf(command)].join(" "), command.about[language]]),
    ),
    "",
    vi ? "Tùy chọn chung:" : "Common options:",
    ...definitions(
      [
        ...COMMON_OPTIONS,
        { name: "--version", short: "-V", values: [], about: message("in phiên bản", "print the version") },
      ].map((option) => optionWords(option, language)),
    ),
    "",
    ...wrap(`${vi ? "Mã thoát" : "Exit status"}: ${EXIT[language]}`, PAGE),
    vi
      ? "Chi tiết từng lệnh: opendti LỆNH --help. English: --lang en"
      : "More on each: opendti COMMAND --help",
  ];
}

/** Lines of the help of one command. */
export function commandHelp(command: CommandSpec, language: Language): string[] {
  const vi = language === "vi";
  const options = [...command.options, ...COMMON_OPTIONS];
  return [
    ...wrap(`opendti ${command.name}: ${command.about[language]}`, PAGE),
    "",
    vi ? "Cách dùng:" : "Usage:",
    ...wrap(
      [
        "opendti",
        command.name,
        ...usageOf(command),
        ...command.options.map((option) => `[${[option.name, ...option.values].join(" ")}]`),
        "[--json]",
      ].join(" "),
      PAGE - 4,
    ).map((line, at) => (at === 0 ? `  ${line}` : `      ${line}`)),
    "",
    ...(command.arguments.length === 0
      ? []
      : [...definitions(command.arguments.map((argument) => [argument.name, argument.about[language]])), ""]),
    vi ? "Tùy chọn:" : "Options:",
    ...definitions(options.map((option) => optionWords(option, language))),
    "",
    vi ? "Ví dụ:" : "Examples:",
    ...command.examples.map((example) => `  ${example}`),
    "",
    ...wrap(`${vi ? "Mã thoát" : "Exit status"}: ${EXIT[language]}`, PAGE),
  ];
}

function usageOf(command: CommandSpec): string[] {
  return command.arguments.map((argument) => (argument.many ? `${argument.name}...` : argument.name));
}

function optionWords(option: OptionSpec, language: Language): [string, string] {
  return [
    [[option.name, option.short].filter(Boolean).join(", "), ...option.values].join(" "),
    option.about[language],
  ];
}

function definitions(entries: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...entries.map(([name]) => name.length)) + 2;
  return entries.flatMap(([name, about]) =>
    wrap(about, PAGE - width - 2).map((line, at) => `  ${pad(at === 0 ? name : "", width)}${line}`),
  );
}
