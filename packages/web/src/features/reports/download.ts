/** Documents are fetched, not followed: a refusal is shown on the page, and one sees that it is being made. */
import { api } from "../../api/client.js";

/** What is asked of a document, beside what it is about. */
export type Asked = Readonly<Record<string, string | undefined>>;

export type DocumentForm = "docx" | "pdf";

/** The same client, for addresses that are put together here. */
const get = api.GET as unknown as (
  path: string,
  init: { params: { query: Asked }; parseAs: "blob" },
) => Promise<{ data?: Blob; response: Response }>;

/** Fetches a document and hands it to the browser to be saved. Throws the `Problem` that the server answered. */
export async function saveDocument(path: string, form: DocumentForm, asked: Asked): Promise<string> {
  const { data, response } = await get(path, { params: { query: { ...asked, form } }, parseAs: "blob" });
  const name = nameIn(response.headers.get("content-disposition") ?? "") ?? `van-ban.${form}`;
  const url = URL.createObjectURL(data ?? new Blob());
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser has begun to save it once this turn of events is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

/** The name that the server gives, with its marks (RFC 8187). */
function nameIn(disposition: string): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined ? undefined : decodeURIComponent(encoded);
}
