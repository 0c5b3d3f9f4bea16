/** ZIP archives made in memory, with whatever a test wants inside. */
import { buffer } from "node:stream/consumers";
import yazl from "yazl";

export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
}

export async function zipOf(parts: readonly Part[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const { name, content } of parts)
    zip.addBuffer(typeof content === "string" ? Buffer.from(content, "utf8") : content, name, {
      mtime: new Date(2020, 0, 1),
    });
  zip.end();
  return buffer(zip.outputStream);
}
