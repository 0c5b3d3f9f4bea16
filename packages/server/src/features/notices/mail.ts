/** One mail out of notices, as plain text: it reads alike in every program, and nothing in it can run or load. */
import type { SendMailOptions } from "nodemailer";
import type { Config } from "../../config.js";
import type { MailOrder } from "./mail-repository.js";
import { type Language, worded } from "./wording.js";

const texts: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    greeting: "Kính gửi",
    several: "thông báo mới",
    open: "Mở OpenDTI để xem và xử lý",
    why: "Thư này do hệ thống OpenDTI gửi tự động; xin không trả lời.",
    stop: "Ngừng nhận thư",
  },
  en: {
    greeting: "Dear",
    several: "new notices",
    open: "Open OpenDTI to see and answer",
    why: "This mail was sent by OpenDTI; please do not reply.",
    stop: "Stop these mails",
  },
};

/** @param config without a public address the mail carries no links. */
export function composeMail(
  { address, displayName, language, unsubscribeToken, notices }: MailOrder,
  { mailFrom, publicUrl }: Pick<Config, "mailFrom" | "publicUrl">,
): SendMailOptions {
  const text = texts[language];
  const sentences = notices.map((notice) => ({ ...worded(notice, language), link: notice.link }));
  const [only] = sentences;
  const subject =
    sentences.length === 1 && only !== undefined
      ? `OpenDTI: ${only.title}`
      : `OpenDTI: ${sentences.length} ${text["several"]}`;
  const at = (path: string): string | undefined =>
    publicUrl === undefined ? undefined : new URL(path, publicUrl).href;
  const stop = at(`/api/v1/unsubscribe/${unsubscribeToken}`);
  const lines = [
    `${text["greeting"]} ${displayName},`,
    "",
    ...sentences.flatMap(({ title, body, link }) => [
      `* ${title}`,
      // People's words stay in their line: they cannot look like a link or a closing of ours.
      `  ${body.replaceAll(/\s+/gu, " ")}`,
      ...urlLine(at(link)),
      "",
    ]),
    ...(publicUrl === undefined ? [] : [`${text["open"]}: ${publicUrl}`, ""]),
    "--",
    text["why"] ?? "",
    ...(stop === undefined ? [] : [`${text["stop"]}: ${stop}`]),
  ];
  return {
    from: mailFrom,
    to: { name: displayName, address },
    subject,
    text: lines.join("\n"),
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(stop === undefined
        ? {}
        : { "List-Unsubscribe": `<${stop}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  };
}

const urlLine = (url: string | undefined): string[] => (url === undefined ? [] : [`  ${url}`]);
