/** Ranges in words. */
import { type Language, type Message, message } from "../message.js";
import { type Edges, isPoint } from "./span.js";
import { edge, plain } from "./write.js";

/** `từ 70% đến dưới 80%`, `trên 19`, `đúng 80%`. */
export function describe(edges: Edges, percent: boolean): Message {
  return message(inWords(edges, percent, "vi"), inWords(edges, percent, "en"));
}

/** For programs: `>= 70%, < 80%`, `= 80%`. */
export function inSigns(edges: Edges, percent: boolean): string {
  const { low, high } = edges;
  if (low && isPoint(edges)) return `= ${plain(low.value, percent)}`;
  const parts = [
    low && `${low.included ? ">=" : ">"} ${plain(low.value, percent)}`,
    high && `${high.included ? "<=" : "<"} ${plain(high.value, percent)}`,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function inWords(edges: Edges, percent: boolean, language: Language): string {
  const { low, high } = edges;
  const say = (vi: string, en: string): string => (language === "vi" ? vi : en);
  const from = low && edge(low.value, percent, language);
  const to = high && edge(high.value, percent, language);
  if (isPoint(edges)) return say(`đúng ${from}`, `exactly ${from}`);
  if (low && high) {
    const start = low.included ? say(`từ ${from}`, `from ${from}`) : say(`trên ${from}`, `above ${from}`);
    return `${start} ${high.included ? say(`đến ${to}`, `to ${to}`) : say(`đến dưới ${to}`, `to below ${to}`)}`;
  }
  if (low)
    return low.included
      ? say(`từ ${from} trở lên`, `${from} and above`)
      : say(`trên ${from}`, `above ${from}`);
  if (high)
    return high.included ? say(`từ ${to} trở xuống`, `${to} and below`) : say(`dưới ${to}`, `below ${to}`);
  return say("mọi giá trị", "every value");
}
