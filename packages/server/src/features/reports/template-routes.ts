/** /report-templates: a province's own .docx templates. */
import { z } from "zod";
import { DOCX } from "../../files/file-kind.js";
import { contentDisposition } from "../../files/file-name.js";
import { type Endpoints, Raw, type Wire } from "../../http/endpoint.js";
import { Problem } from "../../http/problem.js";
import { templateHead } from "./shapes.js";
import type { TemplateHead } from "./template-repository.js";
import * as service from "./templates.js";

const place = z.object({ id: z.uuid() });
const FILE_BYTES = 5 * 1024 * 1024;

export function templateRoutes(endpoints: Endpoints): void {
  const url = "/report-templates";
  endpoints.account(
    {
      method: "GET",
      url,
      summary: "The province's own templates of the self-assessment report",
      answer: z.object({ items: z.array(templateHead) }),
    },
    async (call) => ({ items: (await service.listTemplates(call)).map(headOf) }),
  );
  endpoints.long(
    {
      method: "POST",
      url,
      summary: "Bring a .docx template; what is found in it is told",
      upload: true,
      answer: templateHead,
      status: 201,
      limitPerMinute: 20,
    },
    async (call, _, wire) => headOf(await service.bringTemplate(call, () => receive(wire))),
  );
  endpoints.long(
    {
      method: "GET",
      url: `${url}/example`,
      summary: "A template with every name in its place, to begin one's own from",
      media: DOCX.mediaType,
      limitPerMinute: 30,
    },
    async (call) => file("mau-bao-cao-tu-danh-gia.docx", await service.getExample(call)),
  );
  endpoints.account(
    {
      method: "GET",
      url: `${url}/:id/file`,
      summary: "A template as it came",
      params: place,
      media: DOCX.mediaType,
    },
    async (call, { params }) => {
      const { name, bytes } = await service.getTemplateFile(call, params.id);
      return file(name, bytes);
    },
  );
  endpoints.account(
    { method: "DELETE", url: `${url}/:id`, summary: "Throw a template away", params: place },
    async (call, { params }) => {
      await service.deleteTemplate(call, params.id);
      return undefined;
    },
  );
}

const file = (name: string, bytes: Buffer): Raw =>
  new Raw(DOCX.mediaType, bytes, { "content-disposition": contentDisposition("attachment", name) });

/** @throws {Problem} `request-invalid` when there is no file, `upload-too-large`. */
async function receive({ request }: Wire): Promise<service.IncomingTemplate> {
  const sent = await request.file({ limits: { fileSize: FILE_BYTES } });
  if (sent === undefined)
    throw new Problem("request-invalid", {
      vi: "Thiếu tệp: gửi một tệp .docx trong biểu mẫu (multipart).",
      en: "There is no file: send one .docx file as multipart form.",
    });
  return { name: (sent.filename as string | undefined) ?? "", bytes: await sent.toBuffer() };
}

const headOf = ({ id, name, findings, createdAt }: TemplateHead): z.input<typeof templateHead> => ({
  id,
  name,
  findings: findings.map(({ severity, code, message, at }) => ({ severity, code, message, at })),
  createdAt: createdAt.toISOString(),
});
