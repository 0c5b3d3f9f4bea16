/**
 * The one way to the server. `api.GET("/home")` and the like are typed by the server's own description; `take` gives the body or throws a
 * `Problem`. Every call carries the language, and the csrf token where it changes something. A call that is answered
 * "not signed in" waits for the sign-in dialog and is then sent again, so that nothing typed is lost.
 */
import createClient from "openapi-fetch";
import { isAnswer, noteReachable } from "./connection.js";
import type { Language, Session } from "./contract.js";
import { problemOf, unreachable } from "./problem.js";
import type { paths } from "./schema.gen.js";
import { background, noteTouched } from "./session-touch.js";

const BASE = "/api/v1";

/** The described routes, by their addresses under BASE. */
type Routes = {
  [Path in keyof paths as Path extends `${typeof BASE}${infer Rest}` ? Rest : never]: paths[Path];
};

const SAFE = new Set(["GET", "HEAD"]);

/** What calls take along that no page should have to think of. */
const carried: { language: Language; csrfToken: string | null; account: string | null } = {
  language: "vi",
  csrfToken: null,
  account: null,
};

type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | null = null;

/** Sets the language that answers (titles of problems, names) come in. */
export function carryLanguage(language: Language): void {
  carried.language = language;
}

/** Sets whose page this is; null where nobody is signed in. */
export function carryAccount(account: string | null): void {
  carried.account = account;
}

/** Sets the token of `Session.csrfToken`; null after signing out. */
export function carryCsrfToken(token: string | null): void {
  carried.csrfToken = token;
}

/** Says who asks for the password when a session has ended; resolves to true once somebody has signed in again. */
export function onSessionEnded(ask: SignInAgain | null): void {
  signInAgain = ask;
}

/** Asks for the password now, without a call that waits for it: the session is known to have ended. */
export function sessionHasEnded(): void {
  void signInAgain?.();
}

async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    noteReachable(isAnswer(response));
    return response;
  } catch (error) {
    if (request.signal.aborted) throw error;
    noteReachable(false);
    throw unreachable();
  }
}

function addressed(request: Request): Request {
  request.headers.set("accept-language", carried.language);
  if (!SAFE.has(request.method) && carried.csrfToken !== null) {
    request.headers.set("x-csrf-token", carried.csrfToken);
  }
  return request;
}

async function renewCsrfToken(): Promise<boolean> {
  const before = carried.csrfToken;
  const response = await send(new Request(`${window.location.origin}${BASE}/session`));
  if (!response.ok) return false;
  const session: Session = await response.json();
  // Somebody else has signed in meanwhile: what this page holds is not theirs to send.
  if (carried.account !== null && session.account.id !== carried.account) {
    window.location.reload();
    return false;
  }
  carryCsrfToken(session.csrfToken);
  return session.csrfToken !== before;
}

/** Whether nobody asked for it: such a call keeps no session awake. */
function isBackground({ headers }: Request): boolean {
  return Object.keys(background).every((name) => headers.has(name));
}

async function guardedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(addressed(request));
  if (response.ok) {
    if (!isBackground(request)) noteTouched();
    return response;
  }
  const problem = await problemOf(response.clone());
  // Asking who is signed in may be answered "nobody"; every other call needs somebody.
  const asksWho = new URL(request.url).pathname === `${BASE}/session`;
  if (problem.code === "not-signed-in" && !asksWho && signInAgain !== null && (await signInAgain())) {
    return send(addressed(again));
  }
  // The token is of an older session, renewed in another tab: the new one is asked for once.
  if (problem.code === "csrf-refused" && (await renewCsrfToken())) return send(addressed(again));
  return response;
}

/** The typed client. Prefer `take(api.GET(...))`. */
export const api = createClient<Routes>({ baseUrl: BASE, credentials: "same-origin", fetch: guardedFetch });

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
});

/** The body of an answer. Throws the `Problem` the server answered, or `unreachable`. */
export async function take<Body>(call: Promise<{ data?: Body; response: Response }>): Promise<Body> {
  const { data } = await call;
  return data as Body;
}

/** The header that says which version a change is made to; 0 where nothing is stored yet. */
export function ifMatch(version: number): { "If-Match": string } {
  return { "If-Match": `"${version}"` };
}

/** The address of something to download or show, e.g. `/units/import/template`. */
export function address(path: string): string {
  return `${BASE}${path}`;
}

/** Sends a body of `{ file }` as multipart/form-data: `bodySerializer: asForm`. */
export function asForm(body: { file: Blob }): FormData {
  const form = new FormData();
  form.set("file", body.file, body.file instanceof File ? body.file.name : "file");
  return form;
}
