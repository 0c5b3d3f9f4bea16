/** A bucket that speaks as much of S3 as the store needs: signed PUT, GET with Range, HEAD, DELETE. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface Bucket {
  /** What FILES_URL would be. */
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

export async function startBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const key = request.url ?? "";
    const end = (status: number, body?: Buffer) => response.writeHead(status).end(body);
    if (!/^AWS4-HMAC-SHA256 Credential=khoa\//.test(request.headers.authorization ?? "")) return end(403);
    if (request.method === "PUT") {
      const body = await buffer(request);
      const sum = createHash("sha256").update(body).digest("base64");
      if (request.headers["x-amz-checksum-sha256"] !== sum) return end(400);
      objects.set(key, body);
      return end(200);
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return end(204);
    }
    const found = objects.get(key);
    if (found === undefined) return end(404);
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    if (from === undefined) return end(200, request.method === "HEAD" ? undefined : found);
    return end(206, found.subarray(Number(from), to === "" ? undefined : Number(to) + 1));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `s3://khoa:b%C3%AD%20m%E1%BA%ADt@127.0.0.1:${port}/tep?tls=false`,
    objects,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
