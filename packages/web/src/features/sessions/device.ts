/** Browser and system out of a user agent string, as a person would name them; empty when it names neither. */
export interface Device {
  browser: string;
  system: string;
}

const browsers: readonly [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/coc_coc_browser/, "Cốc Cốc"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
];

/** Reads a user agent; the order matters, because most browsers also call themselves Chrome and Safari. */
export function deviceOf(userAgent: string): Device {
  const name = (known: readonly [RegExp, string][]): string =>
    known.find(([pattern]) => pattern.test(userAgent))?.[1] ?? "";
  return { browser: name(browsers), system: name(systems) };
}
