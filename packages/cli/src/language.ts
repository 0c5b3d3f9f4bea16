/** Which of the two languages the command speaks, and the numbers and words it shares between commands. */
import type { Language, Message } from "@opendti/engine";

/** Vietnamese unless OPENDTI_LANG says otherwise; `en`, `en_US.UTF-8` and the like are English. */
export function languageOf(name: string | undefined): Language | undefined {
  if (name === undefined) return undefined;
  const [short] = name.toLowerCase().split(/[_.-]/);
  return short === "vi" || short === "en" ? short : undefined;
}

/** The language of the whole run: `--lang` anywhere on the line, then OPENDTI_LANG, then Vietnamese. */
export function chooseLanguage(words: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = words[at];
  const named =
    word === undefined ? undefined : word === "--lang" ? words[at + 1] : word.slice("--lang=".length);
  return languageOf(named) ?? languageOf(environment["OPENDTI_LANG"]) ?? "vi";
}

/** A decimal string of the engine (`9.56`, `51125000`, `22/23`) as people write it: `9,56` and `51.125.000`. */
export function writeDecimal(text: string, language: Language): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.includes("/")
    ? whole
    : whole.replace(/\B(?=(\d{3})+$)/g, language === "vi" ? "." : ",");
  return fraction === undefined ? grouped : `${grouped}${language === "vi" ? "," : "."}${fraction}`;
}

/** `1 vấn đề`, `3 problems`: English needs its plural, Vietnamese none. */
export function counted(count: number, vi: string, en: string, plural = `${en}s`): Message {
  return { vi: `${count} ${vi}`, en: `${count} ${count === 1 ? en : plural}` };
}

/** Both languages joined in parallel. */
export function joined(parts: readonly Message[], separator: string): Message {
  return {
    vi: parts.map((part) => part.vi).join(separator),
    en: parts.map((part) => part.en).join(separator),
  };
}
