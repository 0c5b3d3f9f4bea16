/** Text of a box that is not sent yet, kept in the browser so that closing it or the page loses nothing. */

const PREFIX = "opendti.text.";

/** What an account typed into a box before, and how to keep what it types now; empty forgets it. */
export function keptText(account: string, name: string): { readonly text: string; keep(text: string): void } {
  const key = `${PREFIX}${account} ${name}`;
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

/** Forgets what anybody but this account left unsent on this browser: the next person must not come upon it. */
export function forgetTextOfOthers(account: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${account} `)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
