/** Automatic numbering of Word: the "1.", "a)" or "-" that is printed before a paragraph but stands nowhere in its text. */

import { symbolOf } from "../blocks/clean.js";
import type { Attributes, XmlHandler } from "../ooxml/xml.js";
import { roman } from "../roman.js";

interface Level {
  start: number;
  format: string;
  /** "%1.%2." : what is printed, with the counters of levels 1 to 9. */
  text: string;
  /** Levels above that start this one again; 0 = never. */
  restart: number | undefined;
  /** All counters in Arabic digits, whatever their own format (w:isLgl). */
  legal: boolean;
  font: string;
  style: string | undefined;
}

interface Instance {
  readonly abstract: string;
  readonly startOverrides: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const LEVELS = 9;

function newLevel(): Level {
  return {
    start: 1,
    format: "decimal",
    text: "",
    restart: undefined,
    legal: false,
    font: "",
    style: undefined,
  };
}

/** Reads numbering.xml; then numbers paragraphs in the order in which they come. */
export class Numbering implements XmlHandler {
  private readonly abstracts = new Map<string, Map<number, Level>>();
  private readonly instances = new Map<string, Instance>();
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();
  private levels: Map<number, Level> | undefined;
  private level: Level | undefined;
  private instance: Instance | undefined;
  private instanceId = "";
  private override = 0;

  open(name: string, attributes: Attributes): void {
    const value = attributes.get("w:val") ?? "";
    switch (name) {
      case "w:abstractNum":
        this.levels = new Map();
        this.abstracts.set(attributes.get("w:abstractNumId") ?? "", this.levels);
        return;
      case "w:num":
        this.instanceId = attributes.get("w:numId") ?? "";
        return;
      case "w:abstractNumId":
        this.instance = { abstract: value, startOverrides: new Map(), levels: new Map() };
        this.levels = this.instance.levels;
        this.instances.set(this.instanceId, this.instance);
        return;
      case "w:lvlOverride":
        this.override = levelNumber(attributes.get("w:ilvl"));
        return;
      case "w:startOverride":
        this.instance?.startOverrides.set(this.override, Number.parseInt(value, 10) || 0);
        return;
      case "w:lvl":
        this.level = newLevel();
        this.levels?.set(levelNumber(attributes.get("w:ilvl")), this.level);
        return;
      default:
        if (this.level) readLevel(this.level, name, value, attributes);
    }
  }

  close(name: string): void {
    if (name === "w:lvl") this.level = undefined;
    else if (name === "w:abstractNum" || name === "w:num") this.levels = undefined;
  }

  /** The level that a style numbers with, where the numbering names the style and not the other way round. */
  levelOfStyle(id: string, style: string): number | undefined {
    const instance = this.instances.get(id);
    if (!instance) return undefined;
    for (const [at, level] of this.abstracts.get(instance.abstract) ?? [])
      if (level.style === style) return at;
    return undefined;
  }

  /** What is printed before the next paragraph of this list and level; "" when nothing is. */
  next(id: string, at: number): string {
    const instance = this.instances.get(id);
    const level = instance && this.levelOf(instance, at);
    if (!instance || !level) return "";
    const counters = this.count(id, instance, at);
    if (level.format === "none" && level.text === "") return "";
    if (level.format === "bullet") return bullet(level);
    return level.text
      .replace(/%([1-9])/g, (_, digit: string) => {
        const other = Number(digit) - 1;
        const shown = this.levelOf(instance, other) ?? level;
        return formatCounter(counters[other] ?? shown.start, level.legal ? "decimal" : shown.format);
      })
      .trim();
  }

  private levelOf(instance: Instance, at: number): Level | undefined {
    return instance.levels.get(at) ?? this.abstracts.get(instance.abstract)?.get(at);
  }

  private count(id: string, instance: Instance, at: number): number[] {
    const counters = this.counters.get(instance.abstract) ?? [];
    this.counters.set(instance.abstract, counters);
    const starting = `${id} ${at}`;
    const overridden = instance.startOverrides.get(at);
    const start = overridden ?? this.levelOf(instance, at)?.start ?? 1;
    if (overridden !== undefined && !this.started.has(starting)) counters[at] = start;
    else counters[at] = counters[at] === undefined ? start : counters[at] + 1;
    this.started.add(starting);
    for (let above = 0; above < at; above += 1) counters[above] ??= this.levelOf(instance, above)?.start ?? 1;
    for (let below = at + 1; below < LEVELS; below += 1) {
      const restart = this.levelOf(instance, below)?.restart;
      if (restart === undefined ? true : restart !== 0 && at < restart) delete counters[below];
    }
    return counters;
  }
}

function levelNumber(text: string | undefined): number {
  const number = Number.parseInt(text ?? "0", 10);
  return Number.isInteger(number) && number >= 0 && number < LEVELS ? number : 0;
}

function readLevel(level: Level, name: string, value: string, attributes: Attributes): void {
  if (name === "w:start") level.start = Number.parseInt(value, 10) || 0;
  else if (name === "w:numFmt") level.format = value;
  else if (name === "w:lvlText") level.text = value;
  else if (name === "w:lvlRestart") level.restart = Number.parseInt(value, 10) || 0;
  else if (name === "w:isLgl") level.legal = value !== "0" && value !== "false";
  else if (name === "w:pStyle") level.style = value;
  else if (name === "w:rFonts") level.font = attributes.get("w:ascii") ?? attributes.get("w:hAnsi") ?? "";
}

/** Dots, squares and arrows of any font become "-": what they mean is "one of a list". "+" and the dashes stay. */
function bullet(level: Level): string {
  const text = level.text.trim();
  if (text === "") return "";
  if (/^[+*]/.test(text)) return text.slice(0, 1);
  const code = text.codePointAt(0) ?? 0;
  const shown = code >= 0xf000 ? symbolOf(code, level.font) : text;
  return shown === "☐" || shown === "☑" || shown === "☒" ? shown : "-";
}

/** A counter as a level prints it. Formats that no Vietnamese document uses are printed as digits. */
export function formatCounter(number: number, format: string): string {
  switch (format) {
    case "decimalZero":
      return String(number).padStart(2, "0");
    case "upperRoman":
      return roman(number);
    case "lowerRoman":
      return roman(number).toLowerCase();
    case "upperLetter":
      return letter(number).toUpperCase();
    case "lowerLetter":
      return letter(number);
    case "none":
      return "";
    default:
      return String(number);
  }
}

/** a to z, then aa, bb, as Word counts. */
function letter(number: number): string {
  if (number < 1 || number > 780) return String(number);
  const sign = String.fromCharCode(97 + ((number - 1) % 26));
  return sign.repeat(Math.ceil(number / 26));
}
