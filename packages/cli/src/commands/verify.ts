/** `opendti verify`: a result bundle checked byte by byte and scored once more, without a server and without a network. */
import { readFile, stat } from "node:fs/promises";
import type { BundleManifest, Verification } from "@opendti/documents";
import { type Message, message } from "@opendti/engine";
import { fileTrouble } from "../input/files.js";
import { writeDecimal } from "../language.js";
import { Misuse } from "../misuse.js";
import { Progress } from "../output/progress.js";
import { printJson, type Screen } from "../output/screen.js";
import { PAGE } from "../output/table.js";
import { plain, wrap } from "../output/width.js";
import type { Command } from "./command.js";

const NAME = "verify";

export const verify: Command = {
  name: NAME,
  arguments: [
    {
      name: "BUNDLE",
      required: true,
      about: message("gói kết quả (.zip) tải từ OpenDTI", "a result bundle (.zip) downloaded from OpenDTI"),
    },
  ],
  options: [],
  about: message(
    "kiểm tra một gói kết quả, không cần máy chủ: mọi mã băm, và chấm lại toàn bộ từ số liệu; mã thoát 1 khi có khác biệt",
    "verify a result bundle without a server: every hash, and everybody scored once more; exit status 1 on any difference",
  ),
  examples: ["opendti verify opendti-2026-goi-ket-qua.zip", "opendti verify goi.zip --json"],
  async run(line, screen) {
    const verdict = await verdictOn(line.words[0] ?? "", screen);
    if (screen.json) await printJson(screen, jsonOf(verdict));
    else await tell(verdict, screen);
    return verdict.verified ? 0 : 1;
  },
};

/** A verification, its differences in the words of the run. */
interface Verdict extends Verification {
  readonly words: readonly string[];
}

async function verdictOn(path: string, screen: Screen): Promise<Verdict> {
  const { differenceWords, VERIFY_LIMITS, verifyBundle } = await import("@opendti/documents");
  const bytes = await bytesOf(path, VERIFY_LIMITS.file);
  const progress = new Progress(screen);
  const scoring = (units: number) =>
    message(`Đã chấm lại ${units} đơn vị`, `${units} units scored once more`);
  try {
    const verification = await verifyBundle(bytes, VERIFY_LIMITS, (units) =>
      progress.tell(scoring(units), 0, 0),
    );
    const words = verification.differences.map((one) => plain(screen.say(differenceWords(one))));
    return { ...verification, words };
  } finally {
    progress.end();
  }
}

/** @param most what is beyond is not read; the verdict says so. */
async function bytesOf(path: string, most: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    return size > most ? new Uint8Array(most + 1) : await readFile(path);
  } catch (error) {
    const { vi, en } = fileTrouble(error);
    throw new Misuse(message(`${path}: ${vi}`, `${path}: ${en}`), NAME);
  }
}

/** What stands in `--json`. */
function jsonOf({ verified, manifest, rescored, differences, words }: Verdict): object {
  return {
    verified,
    campaign: manifest?.campaign ?? null,
    set: manifest?.set ?? null,
    run: manifest?.run ?? null,
    audit: manifest?.audit ?? null,
    rescored,
    differences: differences.map((difference, place) => ({
      what: difference.what,
      file: difference.file,
      unit: difference.unit ?? null,
      code: difference.code ?? null,
      line: difference.line ?? null,
      byte: difference.byte ?? null,
      expected: difference.expected,
      found: difference.found,
      message: words[place],
    })),
  };
}

/** Differences printed; a bundle that is no bundle at all has no more. */
const MOST = 20;

async function tell({ verified, manifest, rescored, words }: Verdict, screen: Screen): Promise<void> {
  const { paint } = screen;
  const verdict = verified
    ? message(
        `Gói kết quả đúng: ${writeDecimal(String(rescored), "vi")} đơn vị chấm lại từ số liệu, khớp từng ký tự`,
        `The bundle is verified: ${writeDecimal(String(rescored), "en")} units scored once more from the data, equal to the last character`,
      )
    : message("Gói kết quả KHÔNG đúng", "The bundle is NOT verified");
  await screen.print(paint(verified ? "good" : "bad", screen.say(verdict)));
  for (const one of words.slice(0, MOST))
    await screen.print(...wrap(one, PAGE - 4).map((text) => `    ${text}`));
  if (manifest !== undefined) await screen.print(...facts(manifest, verified, screen));
}

const STATES: Readonly<Record<string, Message>> = {
  compiled: message("đã tổng hợp, chưa phê duyệt", "compiled, not approved"),
  approved: message("đã phê duyệt, chưa công bố", "approved, not published"),
  published: message("đã công bố", "published"),
  superseded: message("đã có bản thay thế", "superseded"),
  withdrawn: message("đã thu hồi", "withdrawn"),
};

/** A moment of the bundle as people write it, in Vietnam; as it stands where it is none. */
function moment(text: string, screen: Screen): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return text;
  const parts = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Asia/Ho_Chi_Minh",
  });
  return `${parts.format(at).replace(",", "")} ${screen.say(message("(giờ Việt Nam)", "(Vietnam time)"))}`;
}

function facts({ campaign, set, run, audit }: BundleManifest, trusted: boolean, screen: Screen): string[] {
  const state = STATES[run.state];
  const at = run.publishedAt ?? run.approvedAt ?? run.compiledAt;
  const rows: readonly (readonly [Message, string])[] = [
    [message("Đợt đánh giá", "Campaign"), `${campaign.name} (${campaign.year})`],
    [
      message("Bộ chỉ số", "Indicator set"),
      `${set.title} (${set.id}, ${screen.say(message("phiên bản", "version"))} ${set.version})`,
    ],
    [
      message("Bản tổng hợp", "Run"),
      `${run.number}, ${state === undefined ? run.state : screen.say(state)}: ${moment(at, screen)}`,
    ],
    [message("Số đơn vị", "Units"), writeDecimal(String(run.units), screen.language)],
    [message("Mã băm bộ chỉ số", "Hash of the set"), set.hash],
    [message("Mã băm số liệu", "Hash of the data"), run.inputHash],
    [message("Mã băm kết quả", "Hash of the results"), run.resultHash],
    [
      message("Niêm phong nhật ký", "Seal of the audit log"),
      audit === null
        ? screen.say(message("chưa có", "none yet"))
        : `${audit.number} · ${audit.hash} · ${moment(audit.sealedAt, screen)}`,
    ],
  ];
  const lines = rows.flatMap(([title, value]) => {
    const [first = "", ...rest] = wrap(plain(value), PAGE - 4);
    return [
      `  ${screen.paint("strong", screen.say(title))}`,
      `    ${first}`,
      ...rest.map((text) => `    ${text}`),
    ];
  });
  const advice = trusted
    ? message(
        "So mã băm kết quả và niêm phong nhật ký với bản đã công bố: gói tự nó không biết mình có phải bản đã công bố hay không.",
        "Compare the hash of the results and the seal with what was published: a bundle by itself cannot know whether it is the published one.",
      )
    : message(
        "Các thông tin trên là do gói tự khai, chưa được xác nhận.",
        "What stands above is what the bundle says of itself; it is not verified.",
      );
  return [...lines, ...wrap(screen.say(advice), PAGE).map((text) => screen.paint("faint", text))];
}
