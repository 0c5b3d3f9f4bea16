/** Reads the words of the command line: a command, its arguments, its options. Anything not known is misuse. */
import { type Language, type Message, message, shown } from "@opendti/engine";
import { languageOf } from "./language.js";
import { Misuse, nearestHint } from "./misuse.js";

export interface OptionSpec {
  /** With its dashes: `--explain`. */
  readonly name: string;
  readonly short?: string;
  /** Names of the values it takes, as the help prints them; none for a switch. */
  readonly values: readonly string[];
  readonly about: Message;
}

export interface CommandSpec {
  /** `sets check` */
  readonly name: string;
  /** What stands after the name in the usage line. */
  readonly arguments: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly many?: boolean;
    readonly about: Message;
  }[];
  readonly options: readonly OptionSpec[];
  readonly about: Message;
  readonly examples: readonly string[];
}

/** What every command takes. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: "--json", values: [], about: message("in JSON cho máy đọc", "print JSON for programs") },
  {
    name: "--lang",
    values: ["vi|en"],
    about: message(
      "ngôn ngữ; mặc định vi, hoặc theo OPENDTI_LANG",
      "language; vi unless OPENDTI_LANG says otherwise",
    ),
  },
  { name: "--help", short: "-h", values: [], about: message("in hướng dẫn này", "print this help") },
];

const VERSION: OptionSpec = {
  name: "--version",
  short: "-V",
  values: [],
  about: message("in phiên bản", "print the version"),
};

export interface CommandLine {
  readonly command: CommandSpec | undefined;
  readonly help: boolean;
  readonly version: boolean;
  readonly json: boolean;
  readonly words: readonly string[];
  /** Values of the command's own options, by name with dashes. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Takes the words after the program's name. Refuses, as misuse, every word that means nothing. */
export function readCommandLine(given: readonly string[], commands: readonly CommandSpec[]): CommandLine {
  const meant = findCommand(
    given.filter((word) => !word.startsWith("-")),
    commands,
  )?.command;
  const shared = [...COMMON_OPTIONS, VERSION];
  const foreign = commands.flatMap((command) => command.options);
  if (meant) refuseForeign(given, meant, shared, foreign);
  // One name may be a switch to one command and take a value at another: the command's own comes first.
  const { words: spoken, options } = split(given, [...shared, ...(meant?.options ?? []), ...foreign]);
  const asked = spoken[0] === "help";
  const words = asked ? spoken.slice(1) : spoken;
  const help = options.delete("--help") || asked;
  const version = options.delete("--version");
  const json = options.delete("--json");
  checkLanguage(options.get("--lang")?.[0]);
  options.delete("--lang");
  const found = findCommand(words, commands);
  if (help || version) return { command: found?.command, help, version, json, words: [], options };
  if (!found) throw unknownCommand(words, commands);
  const { command, rest } = found;
  for (const name of options.keys())
    if (!command.options.some((option) => option.name === name)) throw takesNo(command, name);
  checkArguments(command, rest);
  return { command, help, version, json, words: rest, options };
}

/** An option that only other commands know is refused before it takes the next word for its value. */
function refuseForeign(
  given: readonly string[],
  command: CommandSpec,
  shared: readonly OptionSpec[],
  foreign: readonly OptionSpec[],
): void {
  const end = given.indexOf("--");
  for (const word of end < 0 ? given : given.slice(0, end)) {
    const [name = word] = word.split("=");
    const known = [...shared, ...command.options].some(
      (option) => option.name === name || option.short === name,
    );
    if (!known && foreign.some((option) => option.name === name)) throw takesNo(command, name);
  }
}

function takesNo(command: CommandSpec, name: string): Misuse {
  return new Misuse(
    message(
      `Lệnh "${command.name}" không có tùy chọn ${shown(name)}`,
      `"${command.name}" takes no option ${shown(name)}`,
    ),
    command.name,
  );
}

function split(
  given: readonly string[],
  all: readonly OptionSpec[],
): { words: string[]; options: Map<string, string[]> } {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? "";
    if (word === "--") {
      words.push(...given.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      words.push(word);
      continue;
    }
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    const name = equals < 0 ? word : word.slice(0, equals);
    const option = all.find((each) => each.name === name || each.short === name);
    if (!option) {
      const hint = nearestHint(name, new Set(all.map((each) => each.name)));
      throw new Misuse(
        message(`Không có tùy chọn ${shown(name)}${hint.vi}`, `There is no option ${shown(name)}${hint.en}`),
      );
    }
    const values = equals < 0 ? [] : [word.slice(equals + 1)];
    while (
      values.length < option.values.length &&
      at + 1 < given.length &&
      !isOption(given[at + 1] ?? "", all)
    ) {
      at += 1;
      values.push(given[at] ?? "");
    }
    if (values.length !== option.values.length) throw wrongValues(option);
    if (options.has(option.name) && option.values.length > 0)
      throw new Misuse(
        message(`Tùy chọn ${option.name} ghi hai lần`, `Option ${option.name} is given twice`),
      );
    options.set(option.name, values);
  }
  return { words, options };
}

function isOption(word: string, all: readonly OptionSpec[]): boolean {
  return all.some((each) => each.name === word || each.short === word || word.startsWith(`${each.name}=`));
}

function wrongValues(option: OptionSpec): Misuse {
  const values = option.values.join(" ");
  return new Misuse(
    option.values.length === 0
      ? message(`Tùy chọn ${option.name} không nhận giá trị`, `Option ${option.name} takes no value`)
      : message(`Tùy chọn ${option.name} cần: ${values}`, `Option ${option.name} needs: ${values}`),
  );
}

function checkLanguage(name: string | undefined): Language | undefined {
  if (name === undefined) return undefined;
  const language = languageOf(name);
  if (!language)
    throw new Misuse(
      message(
        `--lang: "${shown(name)}" không có; chọn vi hoặc en`,
        `--lang: there is no "${shown(name)}"; choose vi or en`,
      ),
    );
  return language;
}

function findCommand(
  words: readonly string[],
  commands: readonly CommandSpec[],
): { command: CommandSpec; rest: string[] } | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    const command = words.length < length ? undefined : commands.find((each) => each.name === name);
    if (command) return { command, rest: words.slice(length) };
  }
  return undefined;
}

function unknownCommand(words: readonly string[], commands: readonly CommandSpec[]): Misuse {
  const [first, second] = words;
  if (first === undefined) return new Misuse(message("Thiếu lệnh", "A command is missing"));
  const family = commands
    .filter((command) => command.name.startsWith(`${first} `))
    .map((command) => command.name.slice(first.length + 1));
  if (family.length > 0 && second === undefined)
    return new Misuse(
      message(
        `"${first}" cần một trong: ${family.join(", ")}`,
        `"${first}" needs one of: ${family.join(", ")}`,
      ),
    );
  const name = family.length > 0 ? `${first} ${second}` : first;
  const hint = nearestHint(
    name,
    new Set(
      commands.map((command) => (family.length > 0 ? command.name : (command.name.split(" ")[0] ?? ""))),
    ),
  );
  return new Misuse(
    message(`Không có lệnh "${shown(name)}"${hint.vi}`, `There is no command "${shown(name)}"${hint.en}`),
  );
}

function checkArguments(command: CommandSpec, words: readonly string[]): void {
  const missing = command.arguments.find((argument, at) => argument.required && words[at] === undefined);
  if (missing)
    throw new Misuse(
      message(
        `Lệnh "${command.name}" thiếu ${missing.name}`,
        `"${command.name}": ${missing.name} is missing`,
      ),
      command.name,
    );
  const last = command.arguments.at(-1);
  const extra = last?.many ? undefined : words[command.arguments.length];
  if (extra !== undefined)
    throw new Misuse(
      message(
        `Lệnh "${command.name}" không nhận thêm "${shown(extra)}"`,
        `"${command.name}" takes no further "${shown(extra)}"`,
      ),
      command.name,
    );
}
