/** A notice as a sentence, for the list in the application and for mails alike. */
import type { QueryOutcome } from "../../database/appraisal-tables.js";
import type { NoticeData, NoticeKind } from "../../database/notice-tables.js";
import type { Notice } from "./repository.js";

export type Language = "vi" | "en";

/** The heading of each kind, by language. */
const titles: Readonly<Record<NoticeKind, Readonly<Record<Language, string>>>> = {
  assigned: { vi: "Được giao chỉ số", en: "Indicators assigned" },
  due: { vi: "Sắp đến hạn", en: "Due soon" },
  extended: { vi: "Được gia hạn", en: "Deadline extended" },
  returned: { vi: "Phiếu được trả lại", en: "Assessment returned" },
  asked: { vi: "Yêu cầu giải trình", en: "Explanation requested" },
  answered: { vi: "Đã có giải trình", en: "Explanation answered" },
  closed: { vi: "Đã kết thúc yêu cầu giải trình", en: "Request closed" },
  published: { vi: "Đã công bố kết quả", en: "Results published" },
  withdrawn: { vi: "Rút kết quả đã công bố", en: "Published results withdrawn" },
  appraised: { vi: "Phiếu đã thẩm định xong", en: "Appraising has ended" },
  revised: { vi: "Mở điều chỉnh kết quả", en: "Results opened to correction" },
  handed: { vi: "Được giao theo dõi yêu cầu", en: "A request is yours to follow" },
};

/** The headings of what happens to a complaint: the unit asks there, and whoever coordinates answers. */
const complaintTitles: Readonly<Partial<Record<NoticeKind, Readonly<Record<Language, string>>>>> = {
  asked: { vi: "Kiến nghị về kết quả đã công bố", en: "Complaint about a published result" },
  answered: { vi: "Đã trả lời kiến nghị", en: "Complaint answered" },
  closed: { vi: "Đã giải quyết kiến nghị", en: "Complaint decided" },
  extended: { vi: "Đổi hạn trả lời kiến nghị", en: "Another deadline for the complaint" },
  handed: { vi: "Được giao giải quyết kiến nghị", en: "A complaint is yours to decide" },
};

/** The headings of what happens to a report on a plan. */
const progressTitles: Readonly<Partial<Record<NoticeKind, Readonly<Record<Language, string>>>>> = {
  due: { vi: "Sắp đến hạn báo cáo tiến độ", en: "Progress report due soon" },
  returned: { vi: "Báo cáo tiến độ được trả lại", en: "Progress report given back" },
};

const outcomes: Readonly<Record<QueryOutcome, Readonly<Record<Language, string>>>> = {
  accepted: { vi: "chấp nhận", en: "accepted" },
  "partly-accepted": { vi: "chấp nhận một phần", en: "accepted in part" },
  rejected: { vi: "không chấp nhận", en: "not accepted" },
  withdrawn: { vi: "rút lại", en: "withdrawn" },
};

export interface Worded {
  readonly title: string;
  readonly body: string;
}

/** Says a notice in a language; days and hours as in Vietnam. */
export function worded({ kind, data }: Pick<Notice, "kind" | "data">, language: Language): Worded {
  const due = data.dueAt === undefined ? undefined : shownMoment(data.dueAt, language);
  const parts = [
    data.indicator,
    indicatorsOf(data, language),
    data.unit,
    data.campaign,
    due && (language === "vi" ? `hạn ${due}` : `due ${due}`),
    rankOf(data, language),
    data.outcome && outcomes[data.outcome][language],
  ].filter((part) => part !== undefined);
  const reason =
    data.reason === undefined ? "" : language === "vi" ? `: “${data.reason}”` : `: “${data.reason}”`;
  const own = data.complaint === true ? complaintTitles : data.progress === true ? progressTitles : {};
  const title = own[kind] ?? titles[kind];
  return { title: title[language], body: `${parts.join(" · ")}${reason}` };
}

function indicatorsOf({ indicators }: NoticeData, language: Language): string | undefined {
  if (indicators === undefined) return undefined;
  if (language === "vi") return `${indicators} chỉ số`;
  return indicators === 1 ? "1 indicator" : `${indicators} indicators`;
}

function rankOf({ rank }: NoticeData, language: Language): string | undefined {
  return rank === undefined ? undefined : language === "vi" ? `hạng ${rank}` : `rank ${rank}`;
}

function shownMoment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date(iso));
}
