/** What a template asks for, and what in it will not come out as its author expects: said when it is uploaded. */
import type { BilingualText } from "@opendti/prose";
import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  TagOptionsParseError,
  type TemplateHandler,
} from "easy-template-x";
import { placeOf, templateHandler } from "./engine.js";
import { guardTemplate } from "./guard.js";
import { nearestName } from "./nearest.js";
import { type ListName, type Placeholder, templatePlaceholders } from "./placeholders.js";

export type TemplateFindingCode =
  | "brace-unmatched"
  | "list-unclosed"
  | "list-unopened"
  | "name-unknown"
  | "name-out-of-place"
  | "answers-missing"
  | "evidence-missing"
  | "scores-missing";

/** With an `error` no document can be made; with a `warning` something will be empty, or is not there. */
export interface TemplateFinding {
  readonly severity: "error" | "warning";
  readonly code: TemplateFindingCode;
  readonly message: BilingualText;
  /** The words of the paragraph it stands in; absent for what is missing from the whole. */
  readonly at?: string;
}

export interface TemplateCheck {
  /** Names found that are known, in the order in which they first stand, and how often. */
  readonly placeholders: readonly { readonly name: string; readonly times: number }[];
  readonly findings: readonly TemplateFinding[];
}

/** A file full of braces is no template: nobody reads further than this. */
const MOST = 20;

type Tag = Awaited<ReturnType<TemplateHandler["parseTags"]>>[number];

const KNOWN: ReadonlyMap<string, Placeholder> = new Map(
  templatePlaceholders.map((each) => [each.name, each]),
);

/**
 * Reads a template's placeholders.
 * @throws {DocumentRefused} for a file that is no sound Word file, or may do harm
 */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateCheck> {
  const loose = await guardTemplate(bytes);
  if (loose.length > 0) return { placeholders: [], findings: loose.slice(0, MOST).map(looseBrace) };
  let tags: Tag[];
  try {
    tags = await templateHandler().parseTags(Buffer.from(bytes));
  } catch (cause) {
    return { placeholders: [], findings: [broken(cause)] };
  }
  const walk = new Walk();
  for (const tag of tags) walk.take(tag);
  return walk.finish();
}

/** Goes through the names in their order, knowing which lists are open. */
class Walk {
  private readonly findings: TemplateFinding[] = [];
  private readonly times = new Map<string, number>();
  private readonly open: { readonly name: string; readonly at: string }[] = [];

  take(tag: Tag): void {
    const { name } = tag;
    if (name === undefined || name === "") return;
    const at = placeOf(tag);
    if (tag.disposition === TagDisposition.Close) {
      this.close(name, at);
      return;
    }
    const known = KNOWN.get(name);
    if (known === undefined) this.findings.push(unknown(name, at));
    else {
      this.times.set(name, (this.times.get(name) ?? 0) + 1);
      if (!this.inPlace(known, tag.disposition === TagDisposition.Open))
        this.findings.push(outOfPlace(known, at));
    }
    if (tag.disposition === TagDisposition.Open) this.open.push({ name, at });
  }

  finish(): TemplateCheck {
    for (const { name, at } of this.open)
      this.findings.push({
        severity: "error",
        code: "list-unclosed",
        at,
        message: {
          vi: `{#${name}} mở ra mà không đóng: thêm {/${name}} ở cuối phần lặp lại`,
          en: `{#${name}} is opened and never closed: add {/${name}} where the repeated part ends`,
        },
      });
    return {
      placeholders: [...this.times].map(([name, times]) => ({ name, times })),
      findings: mostOf([...this.findings, ...this.leftOut()]),
    };
  }

  private close(name: string, at: string): void {
    if (this.open.at(-1)?.name === name) {
      this.open.pop();
      return;
    }
    const inner = this.open.at(-1)?.name;
    this.findings.push({
      severity: "error",
      code: "list-unopened",
      at,
      message:
        inner === undefined
          ? {
              vi: `{/${name}} đóng mà không có {#${name}} mở trước nó`,
              en: `{/${name}} closes what no {#${name}} opened`,
            }
          : {
              vi: `{/${name}} đóng khi {#${inner}} bên trong chưa đóng: đóng {/${inner}} trước`,
              en: `{/${name}} closes while {#${inner}} inside it is open: close {/${inner}} first`,
            },
    });
  }

  /** A list right inside the list it belongs to; a value anywhere below its own. A value may be asked like a list: "if there is one". */
  private inPlace({ name, kind, within }: Placeholder, opens: boolean): boolean {
    // Ours are three lists deep: whatever stands so deep is out of place, and nobody looks through it.
    if (this.open.length > MOST) return false;
    const lists = this.open.map((each) => each.name).filter((each) => KNOWN.get(each)?.kind === "list");
    if (kind === "list") return opens && lists.at(-1) === within && !lists.includes(name);
    return within === undefined || lists.includes(within);
  }

  /** What the report is for, and stands nowhere in the template. */
  private leftOut(): TemplateFinding[] {
    const has = (...names: string[]): boolean => names.every((name) => this.times.has(name));
    const whole = (code: TemplateFindingCode, vi: string, en: string): TemplateFinding => ({
      severity: "warning",
      code,
      message: { vi, en },
    });
    return [
      ...(has("nhom", "chi_so", "tra_loi") || has("nhom", "chi_so", "ke_khai", "so_lieu", "so_lieu_gia_tri")
        ? []
        : [
            whole(
              "answers-missing",
              "Mẫu không in đủ số liệu kê khai: trong {#nhom}{#chi_so} cần có {tra_loi}, hoặc {ke_khai} cùng danh sách {#so_lieu}{so_lieu_gia_tri}{/so_lieu}",
              "The template does not print all that was declared: inside {#nhom}{#chi_so} put {tra_loi}, or {ke_khai} with the list {#so_lieu}{so_lieu_gia_tri}{/so_lieu}",
            ),
          ]),
      ...(has("nhom", "chi_so", "tai_lieu") || has("nhom", "chi_so", "minh_chung", "minh_chung_noi_dung")
        ? []
        : [
            whole(
              "evidence-missing",
              "Mẫu không in tài liệu kiểm chứng: trong {#nhom}{#chi_so} cần có {tai_lieu}",
              "The template does not print the evidence: inside {#nhom}{#chi_so} put {tai_lieu}",
            ),
          ]),
      ...(has("nhom", "chi_so", "diem") && has("tong_diem")
        ? []
        : [
            whole(
              "scores-missing",
              "Mẫu không in đủ điểm: cần có {tong_diem}, và {diem} trong {#nhom}{#chi_so}",
              "The template does not print all points: put {tong_diem}, and {diem} inside {#nhom}{#chi_so}",
            ),
          ]),
    ];
  }
}

/** As many as somebody reads, in their order; errors rather than warnings. */
function mostOf(findings: readonly TemplateFinding[]): readonly TemplateFinding[] {
  const rank = ({ severity }: TemplateFinding): number => (severity === "error" ? 0 : 1);
  const told = new Set([...findings].sort((one, other) => rank(one) - rank(other)).slice(0, MOST));
  return findings.filter((finding) => told.has(finding));
}

function unknown(name: string, at: string): TemplateFinding {
  const near = nearestName(name, [...KNOWN.keys()]);
  return {
    severity: "warning",
    code: "name-unknown",
    at,
    message: {
      vi: `Không có tên {${name}}: chỗ này sẽ để trống.${near === undefined ? "" : ` Có phải {${near}}?`}`,
      en: `There is no name {${name}}: it will be empty.${near === undefined ? "" : ` Did you mean {${near}}?`}`,
    },
  };
}

function outOfPlace({ name, kind, within }: Placeholder, at: string): TemplateFinding {
  const path = pathTo(within);
  const shown = kind === "list" ? `{#${name}}` : `{${name}}`;
  return {
    severity: "warning",
    code: "name-out-of-place",
    at,
    message:
      path === ""
        ? {
            vi: `${shown} đặt trong danh sách khác hoặc không viết dạng {#${name}} … {/${name}}: chỗ này sẽ để trống`,
            en: `${shown} stands inside another list, or is not written {#${name}} … {/${name}}: it will be empty`,
          }
        : {
            vi: `${shown} chỉ có nghĩa trong ${path}: chỗ này sẽ để trống`,
            en: `${shown} has a meaning only inside ${path}: it will be empty`,
          },
  };
}

/** `{#nhom}{#chi_so}` */
function pathTo(list: ListName | undefined): string {
  if (list === undefined) return "";
  return `${pathTo(KNOWN.get(list)?.within)}{#${list}}`;
}

/** What the library itself cannot read. */
function broken(cause: unknown): TemplateFinding {
  if (cause instanceof TagOptionsParseError)
    return {
      severity: "error",
      code: "brace-unmatched",
      at: cause.tagRawText.trim(),
      message: {
        vi: "Phần trong dấu ngoặc vuông không đọc được: chỉ viết tên trong { }",
        en: "What stands in square brackets cannot be read: write the name alone in { }",
      },
    };
  if (cause instanceof MissingCloseDelimiterError) return looseBrace(cause.openDelimiterText);
  if (cause instanceof MissingStartDelimiterError) return looseBrace(cause.closeDelimiterText);
  throw cause;
}

function looseBrace(at: string): TemplateFinding {
  return {
    severity: "error",
    code: "brace-unmatched",
    at,
    message: {
      vi: "Dấu { hoặc } đứng một mình: mỗi tên viết liền trong một cặp { } của cùng đoạn văn",
      en: "A { or } stands alone: each name is written in one pair of { } within its paragraph",
    },
  };
}
