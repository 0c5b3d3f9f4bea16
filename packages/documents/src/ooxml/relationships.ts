/** The relationships of a part: which other parts it uses. External ones are counted and never followed. */
import type { Budget } from "../blocks/budget.js";
import type { ReadingNote } from "../blocks/types.js";
import type { Archive } from "./archive.js";
import { readXml } from "./xml.js";

export interface Relationships {
  /** The part by the relationship's id. */
  readonly byId: ReadonlyMap<string, string>;
  /** The first part of a type, by the last word of the type ("numbering", "sharedStrings"). */
  readonly byType: ReadonlyMap<string, string>;
  /** External parts that a program would fetch: templates, frames, linked pictures. Links a reader may click are none. */
  readonly external: number;
}

/** @param source "" for the package itself, else the part whose relationships these are */
export async function readRelationships(
  archive: Archive,
  source: string,
  budget: Budget,
): Promise<Relationships> {
  const slash = source.lastIndexOf("/");
  const folder = source.slice(0, slash + 1);
  const name = `${folder}_rels/${source.slice(slash + 1)}.rels`;
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  let external = 0;
  const part = await archive.read(name);
  if (part)
    await readXml(
      part,
      name,
      {
        open(element, attributes) {
          if (element !== "rel:Relationship") return;
          const type = (attributes.get("Type") ?? "").replace(/^.*\//, "");
          if (attributes.get("TargetMode")?.toLowerCase() === "external") {
            if (type !== "hyperlink") external += 1;
            return;
          }
          const target = resolvePart(folder, attributes.get("Target") ?? "");
          byId.set(attributes.get("Id") ?? "", target);
          if (!byType.has(type)) byType.set(type, target);
        },
        close: () => undefined,
      },
      budget,
    );
  return { byId, byType, external };
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** @param count external parts named by the document; none of them is ever fetched */
export function externalNotes(count: number): ReadingNote[] {
  if (count === 0) return [];
  return [
    {
      severity: "warning",
      code: "external-parts-left-out",
      message: {
        vi: `Tệp trỏ tới ${count} thành phần nằm ngoài tệp (mẫu, ảnh liên kết, tệp khác); không tải về.`,
        en: `The file refers to ${count} parts outside it (templates, linked pictures, other files); they are not fetched.`,
      },
      place: {},
    },
  ];
}
