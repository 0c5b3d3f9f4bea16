/** Deadlines as an iCalendar feed (RFC 5545), which telephones and Outlook read again by themselves. */
import { createEvents, type EventAttributes } from "ics";
import type { Deadline } from "./deadlines.js";
import type { Language } from "./wording.js";

const words: Readonly<Record<Deadline["what"], Readonly<Record<Language, string>>>> = {
  declare: { vi: "Hạn kê khai, nộp phiếu", en: "Declaring is due" },
  appraise: { vi: "Hạn thẩm định", en: "Appraising is due" },
  explain: { vi: "Hạn giải trình, bổ sung", en: "Explaining is due" },
  approve: { vi: "Hạn phê duyệt", en: "Approval is due" },
  query: { vi: "Hạn trả lời yêu cầu giải trình", en: "The answer to a question is due" },
  report: { vi: "Hạn gửi báo cáo tiến độ", en: "A progress report is due" },
};

/** Whole days before a deadline at which the calendar reminds. */
const REMINDERS = [3, 1];

/**
 * @param publicUrl the address people use; absent: the events carry no link.
 * @returns the text of the feed.
 */
export function calendarOf(
  deadlines: readonly Deadline[],
  language: Language,
  publicUrl: string | undefined,
): string {
  const { error, value } = createEvents(
    deadlines.map((deadline) => eventOf(deadline, language, publicUrl)),
    { productId: "OpenDTI", calName: language === "vi" ? "OpenDTI: các hạn" : "OpenDTI: deadlines" },
  );
  if (error != null || typeof value !== "string") throw error ?? new Error("no calendar");
  return value;
}

function eventOf(
  { id, what, campaign, unit, dueAt, link }: Deadline,
  language: Language,
  publicUrl: string | undefined,
): EventAttributes {
  const url = publicUrl === undefined ? undefined : new URL(link, publicUrl).href;
  return {
    uid: `${id}@opendti`,
    title: inOneLine(`${words[what][language]}: ${unit ?? campaign}`),
    description: inOneLine(unit === null ? campaign : `${unit} · ${campaign}`),
    start: dueAt.getTime(),
    startInputType: "utc",
    startOutputType: "utc",
    // A moment; of none at all the library writes "PT", which is no duration (RFC 5545, 3.3.6).
    duration: { minutes: 1 },
    busyStatus: "FREE",
    classification: "PRIVATE",
    alarms: REMINDERS.map((days) => ({
      action: "display",
      description: words[what][language],
      trigger: { before: true, days },
    })),
    ...(url === undefined ? {} : { url }),
  };
}

/** Names are people's text. The library escapes most breaks of lines, not all that calendars take for one. */
const inOneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
