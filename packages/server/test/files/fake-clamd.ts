/** Stands in for clamd: takes INSTREAM as its manual says, and finds whatever holds the word. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

export const MALICIOUS = "day-la-ma-doc-thu";

export interface FakeClamd {
  readonly url: URL;
  /** How it answers from now on: `limit` refuses while bytes still come, `mute` closes without a word. */
  mode: "scans" | "limit" | "mute";
  /** The bytes of every stream that it took to the end. */
  readonly taken: Buffer[];
  close(): Promise<void>;
}

export async function fakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const taken: Buffer[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    let buffered = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      if (fake.mode === "mute") return void socket.destroy();
      if (fake.mode === "limit") return void socket.end("INSTREAM size limit exceeded. ERROR\0");
      const bytes = streamIn(buffered);
      if (bytes === undefined) return undefined;
      taken.push(bytes);
      return void socket.end(bytes.includes(MALICIOUS) ? "stream: Ma.Doc.Thu-1 FOUND\0" : "stream: OK\0");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const fake: FakeClamd = {
    url: new URL(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`),
    mode: "scans",
    taken,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return fake;
}

/** The bytes of a whole INSTREAM command; undefined until its closing empty piece has come. */
function streamIn(said: Buffer): Buffer | undefined {
  const command = Buffer.from("zINSTREAM\0");
  if (!said.subarray(0, command.length).equals(command)) return undefined;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= said.length; ) {
    const length = said.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(said.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
