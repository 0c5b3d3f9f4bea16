/** Text of a box that is not sent yet, kept in the browser so that closing it or the page loses nothing. */

const PREFIX = "opendti.text.";

/** What was typed into a box before, and how to keep what is typed now; empty forgets it. */
export function keptText(name: string): { readonly text: string; keep(text: string): void } {
  const key = PREFIX + name;
  return {
    text: read(key),
    keep: (text) => {
      try {
        if (text === "") localStorage.removeItem(key);
        else localStorage.setItem(key, text);
      } catch {
        // A browser that keeps nothing: the text stands in the box as long as it is open.
      }
    },
  };
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
