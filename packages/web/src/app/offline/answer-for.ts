/** What the service worker does with a request. Pure. */

/** `page`: from the server, the kept shell only where it is out of reach. `file`: as it was kept. `pass`: not ours. */
export type WorkerAnswer = "page" | "file" | "pass";

/** What a request asks for, as far as the answer depends on it. */
interface Asked {
  readonly method: string;
  readonly url: string;
  /** A page is being opened. */
  readonly navigates: boolean;
}

/** Pages that the server writes itself. */
const SERVED = ["/api/", "/cong-bo", "/unsubscribe", "/calendar"];

/**
 * Only two kinds of request are answered here: opening a page of the application, and the files of this build. The
 * interface is never touched, and a file of another build is none of ours.
 */
export function answerFor(
  { method, url, navigates }: Asked,
  origin: string,
  files: ReadonlySet<string>,
): WorkerAnswer {
  if (method !== "GET") return "pass";
  const { origin: asked, pathname } = new URL(url);
  if (asked !== origin || SERVED.some((start) => pathname.startsWith(start))) return "pass";
  // What has an extension is a file that is opened by its address, not a page of the application.
  if (navigates) return /\.[a-z0-9]+$/i.test(pathname) ? "pass" : "page";
  return files.has(pathname) ? "file" : "pass";
}

/** Whether an answer is that of a gateway for a server that is gone. */
export function isNoAnswer(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
