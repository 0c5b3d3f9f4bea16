/** An error answer of the server (problem+json, RFC 9457), or the lack of any answer. */
export class Problem extends Error {
  /** The catalogued code, e.g. `changed-meanwhile`; `unreachable` when nothing answered. */
  readonly code: string;
  /** The HTTP status; 0 when nothing answered. */
  readonly status: number;
  /** What to do about it, in the reader's language; empty when the server said no more than the title. */
  readonly detail: string;
  /** Everything else the server sent along, e.g. `current`, `until`, `dueAt`. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    status: number,
    title: string,
    detail = "",
    extensions: Record<string, unknown> = {},
  ) {
    super(title);
    this.name = "Problem";
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.extensions = extensions;
  }
}

/** Whether an error is a problem of one of these codes (of any code, when none is given). */
export function isProblem(error: unknown, ...codes: string[]): error is Problem {
  return error instanceof Problem && (codes.length === 0 || codes.includes(error.code));
}

/** The problem that stands for "no answer": the network is gone or the server is. */
export function unreachable(): Problem {
  return new Problem("unreachable", 0, "unreachable");
}

/** Reads the problem out of an error answer; an answer that is not problem+json keeps its status alone. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get("content-type") ?? "";
  if (!type.includes("json")) {
    return new Problem("unexpected-answer", response.status, response.statusText);
  }
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null) {
    return new Problem("unexpected-answer", response.status, response.statusText);
  }
  const {
    code,
    title,
    detail,
    status: _status,
    type: _type,
    instance: _instance,
    ...extensions
  } = body as Record<string, unknown>;
  return new Problem(
    typeof code === "string" ? code : "unexpected-answer",
    response.status,
    typeof title === "string" ? title : response.statusText,
    typeof detail === "string" ? detail : "",
    extensions,
  );
}
