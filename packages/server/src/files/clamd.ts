/**
 * A small client of clamd, the scanner of ClamAV: one file, one connection, the INSTREAM command (man clamd). The bytes
 * are sent, not a path: clamd may stand on another machine and reads none of our files.
 */
import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";

/** What clamd says of a file. */
export type Scan = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Clamd could not be asked, or did not say: nobody knows whether the file is clean. */
export class ScanFailed extends Error {}

/** Without a byte for so long, clamd is taken to be gone. */
const SILENT_MS = 60_000;
/** Far longer than any answer. */
const ANSWER_BYTES = 4096;

/**
 * Has a file scanned.
 * @param url `tcp://host:port` of clamd.
 * @throws {ScanFailed} when clamd is out of reach, breaks off, or answers with an error (a file over its own limit).
 */
export async function scanFile(url: URL, path: string): Promise<Scan> {
  const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 3310) });
  socket.setTimeout(SILENT_MS, () => socket.destroy(new ScanFailed("clamd is silent")));
  try {
    // Clamd may refuse, and close, before it has read everything: its answer counts then, not the broken pipe.
    const answer = answerOf(socket);
    const [answered, sent] = await Promise.allSettled([answer, send(socket, path)]);
    if (answered.status === "fulfilled" && answered.value !== "") return read(answered.value);
    if (sent.status === "rejected") throw sent.reason;
    throw answered.status === "rejected" ? answered.reason : new ScanFailed("clamd broke off");
  } catch (error) {
    throw error instanceof ScanFailed ? error : new ScanFailed(String(error), { cause: error });
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  await written(socket, Buffer.from("zINSTREAM\0"));
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await written(socket, Buffer.concat([length, chunk]));
  }
  await written(socket, Buffer.alloc(4));
}

function written(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) =>
    socket.write(bytes, (error) => (error ? reject(error) : resolve())),
  );
}

/** The answer, up to the zero byte that ends it; "" when the other side closed without one. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      const end = said.indexOf(0);
      if (end >= 0 || said.length > ANSWER_BYTES) resolve(said.subarray(0, end).toString("utf8"));
    });
    socket.once("close", () => resolve(""));
    socket.on("error", reject);
  });
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`; anything else is no word on the file. */
function read(answer: string): Scan {
  if (answer === "stream: OK") return { clean: true };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new ScanFailed(answer);
  return { clean: false, found };
}
