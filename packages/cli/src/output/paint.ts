/** Colours, only where a person looks at a terminal and has not refused them. */

export type Style = "strong" | "faint" | "good" | "warning" | "bad";

export type Paint = (style: Style, text: string) => string;

const CODES: Record<Style, readonly [open: number, close: number]> = {
  strong: [1, 22],
  faint: [2, 22],
  good: [32, 39],
  warning: [33, 39],
  bad: [31, 39],
};

/** Paints for a stream; leaves the text as it is when the stream is no terminal, or with NO_COLOR. */
export function paintFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Paint {
  const noColour = environment["NO_COLOR"];
  if (!stream.isTTY || (noColour !== undefined && noColour !== "") || environment["TERM"] === "dumb")
    return (_, text) => text;
  return (style, text) => {
    const [open, close] = CODES[style];
    return `\u001b[${open}m${text}\u001b[${close}m`;
  };
}
