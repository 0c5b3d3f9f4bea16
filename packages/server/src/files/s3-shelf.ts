/** Kept files in a bucket of S3, or of what speaks like it (MinIO, Ceph). An object appears when it is whole. */
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { S3mini } from "s3mini";
import { type ByteRange, placeOf, type Shelf } from "./shelf.js";
import { Turns } from "./turns.js";

/** Waiting longer than this for a bucket is an outage. */
const PATIENCE = 60_000;

export class S3Shelf implements Shelf {
  private readonly bucket: S3mini;
  /** Uploads are sent from memory, so that they can be sent again. */
  private readonly sending = new Turns(4);

  /**
   * @param address `s3://KEY:SECRET@host:port/bucket?region=vn-1`; `&tls=false` for plain HTTP inside a closed network.
   * @param prefix what the objects' keys begin with.
   * @throws {RangeError} saying what is missing in the address, never its secret.
   */
  constructor(
    address: string,
    private readonly prefix = "",
  ) {
    const url = new URL(address);
    const bucket = url.pathname.slice(1);
    const [key, secret] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    if (
      url.protocol !== "s3:" ||
      url.host === "" ||
      !/^[a-z0-9][a-z0-9.-]+$/.test(bucket) ||
      key === "" ||
      secret === ""
    )
      throw new RangeError("FILES_URL: s3://KEY:SECRET@host/bucket?region=…");
    this.bucket = new S3mini({
      endpoint: `${url.searchParams.get("tls") === "false" ? "http" : "https"}://${url.host}/${bucket}`,
      region: url.searchParams.get("region") ?? "us-east-1",
      accessKeyId: key,
      secretAccessKey: secret,
      requestAbortTimeout: PATIENCE,
    });
  }

  put(path: string, hash: string): Promise<void> {
    return this.sending.take(async () => {
      // The service compares what came with this, and keeps nothing that differs.
      const checksum = Buffer.from(hash, "hex").toString("base64");
      await this.bucket.putObject(
        this.key(hash),
        await readFile(path),
        "application/octet-stream",
        undefined,
        {
          "x-amz-checksum-sha256": checksum,
        },
      );
    });
  }

  async read(hash: string, { start = 0, end }: ByteRange): Promise<Readable> {
    const whole = start === 0 && end === undefined;
    const answer = await this.bucket.getObjectRaw(
      this.key(hash),
      whole,
      start,
      // The library counts the end as the first byte that is not wanted.
      end === undefined ? undefined : end + 1,
    );
    if (answer.body === null || answer.status !== (whole ? 200 : 206))
      throw new Error(`the bucket answered ${answer.status} for ${whole ? "a file" : "a part of a file"}`);
    return Readable.fromWeb(answer.body as ReadableStream);
  }

  async has(hash: string): Promise<boolean> {
    return (await this.bucket.objectExists(this.key(hash))) === true;
  }

  async remove(hash: string): Promise<void> {
    await this.bucket.deleteObject(this.key(hash));
  }

  private key(hash: string): string {
    return this.prefix + placeOf(hash).join("/");
  }
}
