/**
 * The service worker: opens the application's shell when the server is out of reach. It keeps the files of one build
 * and the page that loads them, nothing else: no answer of the interface, nothing that anybody has typed or read. A page
 * is always asked of the server first, so that an old build never stands where a new one is to be had; the files
 * of older builds go when this one takes over.
 */
import { answerFor, isNoAnswer } from "./answer-for.js";

/** Filled in by the build (vite.config.ts): its name, its files, and the file that its page must load. */
declare const __OFFLINE_BUILD__: string;
declare const __OFFLINE_FILES__: readonly string[];
declare const __OFFLINE_ENTRY__: string;

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LifeEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;
}

const worker = globalThis as unknown as Worker;
const PREFIX = "opendti-build-";
const CACHE = `${PREFIX}${__OFFLINE_BUILD__}`;
const PAGE = "/";
const files: ReadonlySet<string> = new Set(__OFFLINE_FILES__);

async function keepBuild(): Promise<void> {
  const cache = await worker.caches.open(CACHE);
  await cache.addAll([...files]);
  const page = await fetch(PAGE, { cache: "no-store" });
  const text = await page.clone().text();
  // Servers are renewed one by one: the page of another build cannot stand beside these files. Tried again next time.
  if (!page.ok || !text.includes(__OFFLINE_ENTRY__)) throw new Error("the page is of another build");
  await cache.put(PAGE, page);
}

async function forgetOtherBuilds(): Promise<void> {
  const names = await worker.caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(PREFIX) && name !== CACHE)
      .map((name) => worker.caches.delete(name)),
  );
}

async function kept(path: string): Promise<Response | undefined> {
  return (await worker.caches.open(CACHE)).match(path);
}

async function pageFor(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    return isNoAnswer(answer.status) ? ((await kept(PAGE)) ?? answer) : answer;
  } catch (error) {
    const page = await kept(PAGE);
    if (page === undefined) throw error;
    return page;
  }
}

async function fileFor(request: Request): Promise<Response> {
  return (await kept(new URL(request.url).pathname)) ?? fetch(request);
}

worker.addEventListener("install", (event) => {
  event.waitUntil(keepBuild().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => {
  event.waitUntil(forgetOtherBuilds().then(() => worker.clients.claim()));
});
worker.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const answer = answerFor({ method, url, navigates: mode === "navigate" }, worker.location.origin, files);
  if (answer === "page") event.respondWith(pageFor(event.request));
  else if (answer === "file") event.respondWith(fileFor(event.request));
});
