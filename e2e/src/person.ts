/** Somebody signed in, as their browser talks to the server: the session's cookie and its CSRF token. */

/** Every demo account's password, as `opendti serve --demo` prints it. */
export const DEMO_PASSWORD = "minh hoa opendti 2026";

export interface Reply<Body> {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Body;
}

/** What a refusal carries; see the catalogue of problems. */
export interface ProblemBody {
  readonly code: string;
  readonly current?: { readonly value: unknown; readonly version: number };
}

export interface Person {
  readonly login: string;
  /** The session, for a browser to go on with. */
  readonly cookie: { readonly name: string; readonly value: string };
  /** The same session at another server's address. */
  at(address: string): Person;
  /** @throws {TypeError} when nobody answers. */
  get<Body>(path: string): Promise<Reply<Body>>;
  /** @throws {TypeError} when nobody answers, or the answer breaks off. */
  send<Body>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    version?: number,
  ): Promise<Reply<Body>>;
}

/** @throws {Error} when the server does not let them in. */
export async function signIn(address: string, login: string): Promise<Person> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ login, password: DEMO_PASSWORD }),
  });
  const session = (await answer.json()) as { csrfToken?: string };
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (answer.status !== 200 || cookie === undefined || session.csrfToken === undefined)
    throw new Error(`${login} could not sign in: ${answer.status} ${JSON.stringify(session)}`);
  return person(address, login, { cookie, "x-csrf-token": session.csrfToken });
}

function person(address: string, login: string, session: Readonly<Record<string, string>>): Person {
  const [name = "", value = ""] = (session["cookie"] ?? "").split("=");
  async function call<Body>(path: string, init: RequestInit): Promise<Reply<Body>> {
    const answer = await fetch(`${address}/api/v1${path}`, {
      ...init,
      headers: { ...session, ...init.headers },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await answer.text();
    const body = (text === "" ? undefined : JSON.parse(text)) as Body;
    return { status: answer.status, etag: answer.headers.get("etag"), body };
  }
  return {
    login,
    cookie: { name, value },
    at: (other) => person(other, login, session),
    get: (path) => call(path, {}),
    send: (method, path, body, version) =>
      call(path, {
        method,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(version === undefined ? {} : { "if-match": `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}
