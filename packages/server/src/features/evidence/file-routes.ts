/** /assessments/:id/files */
import { z } from "zod";
import type { FileStore } from "../../files/store.js";
import type { Endpoints, Raw, Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import * as service from "./file-service.js";
import { fileSchema, libraryFileSchema } from "./schemas.js";
import { sendFile } from "./sending.js";

const url = "/assessments/:id/files";
const of = z.object({ id: z.uuid() });
/** What a form adds around its file: boundaries and headers. */
const FORM_BYTES = 100_000;

export function fileRoutes(endpoints: Endpoints): void {
  endpoints.long(
    {
      method: "POST",
      url,
      summary: "Bring a file into the unit's library",
      params: of,
      upload: true,
      answer: fileSchema,
      status: 201,
      limitPerMinute: 60,
    },
    (call, { params }, wire) => {
      const { files, config } = call.platform;
      return service.receiveFile(call, params.id, () => incomingFile(wire, files, config.uploadBytes));
    },
  );
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "The unit's files of all years, and where they are used; the newest first",
      params: of,
      answer: z.object({ items: z.array(libraryFileSchema) }),
    },
    async (call, { params }) => ({
      items: (await service.listFiles(call, params.id)).map((file) => ({
        ...file,
        at: file.at.toISOString(),
      })),
    }),
  );
  endpoints.long(
    {
      method: "GET",
      url: `${url}/:hash`,
      summary: "The bytes of a file; in part when Range asks for it",
      params: of.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
      query: z.object({ download: z.literal("1").optional() }),
      media: "application/octet-stream",
    },
    async (call, { params, query }, wire): Promise<Raw> =>
      sendFile(
        call.platform.files,
        await service.findFile(call, params.id, params.hash),
        wire,
        query.download !== undefined,
      ),
  );
}

/**
 * Reads the one file of the form onto the disk.
 * @throws {Problem} `request-invalid` when there is none or it breaks off, `upload-too-large`.
 */
async function incomingFile(
  { request }: Wire,
  files: FileStore,
  most: number,
): Promise<service.IncomingFile> {
  // What says itself that it is too large is not waited for.
  if (Number(request.headers["content-length"] ?? 0) > most + FORM_BYTES) throw tooLarge(most);
  if (!request.isMultipart()) throw noFile();
  const file = await request.file({ limits: { fileSize: most } }).catch(refuseBroken);
  if (file === undefined) throw noFile();
  const received = await files.receive(file.file).catch(refuseBroken);
  if (file.file.truncated) {
    await files.drop(received);
    throw tooLarge(most);
  }
  // A part without a name is a file too, whatever the library's types say.
  return { name: (file.filename as string | undefined) ?? "", received };
}

/** The reader of forms throws plain errors for a form that breaks off; a disk that is full says which call failed. */
function refuseBroken(error: Error & { syscall?: unknown; statusCode?: unknown }): never {
  if (error.syscall !== undefined || error.statusCode !== undefined) throw error;
  throw new Problem("request-invalid", {
    vi: "Tệp gửi lên bị đứt giữa chừng. Hãy gửi lại.",
    en: "The upload broke off. Send it again.",
  });
}

const noFile = (): Problem =>
  new Problem("request-invalid", {
    vi: "Thiếu tệp: gửi một tệp trong biểu mẫu (multipart/form-data).",
    en: "There is no file: send one as multipart/form-data.",
  });

function tooLarge(bytes: number): Problem {
  const megabytes = Math.floor(bytes / 1024 / 1024);
  return new Problem("upload-too-large", {
    vi: `Tệp lớn hơn ${megabytes} MB. Hãy nén ảnh trong tệp, quét ở độ phân giải thấp hơn hoặc tách thành nhiều tệp.`,
    en: `The file is larger than ${megabytes} MB. Compress its pictures, scan at a lower resolution, or split it.`,
  });
}
