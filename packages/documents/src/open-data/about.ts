/** What every description of the open data says: which results they are, whose, and on what terms. */
import type { CampaignFrame } from "../campaign-book/types.js";

/** What the frame does not know. */
export interface Publication {
  /** The organisation that publishes; null: not said. Never a person. */
  readonly publisher: string | null;
  /** Address of the public page; null: there is none to be told. */
  readonly homepage: string | null;
}

/** An organisation's name where nobody has given one. */
export const PUBLISHER = {
  vi: "Cơ quan chủ trì đợt đánh giá",
  en: "The office in charge of the assessment",
} as const;

export const titleOf = ({ campaign, set }: CampaignFrame) => ({
  vi: `Kết quả ${campaign.name} (${campaign.year})`,
  en: `Results of a digital transformation assessment, ${campaign.year}: ${campaign.name} (${set.id}, version ${set.version})`,
});

export function descriptionOf(frame: CampaignFrame): { readonly vi: string; readonly en: string } {
  const { set, run, unitCount } = frame;
  const vi = `Điểm được công nhận và hạng của ${unitCount} đơn vị theo "${set.title}" (${set.id}, phiên bản ${set.version}).`;
  const en = `Final points and ranks of ${unitCount} units by the indicator set ${set.id}, version ${set.version}.`;
  if (isPublic(frame)) return { vi, en };
  const state = run?.state === "superseded" || run?.state === "withdrawn" ? run.state : "unpublished";
  const warning = {
    superseded: {
      vi: "Kết quả này đã có bản thay thế.",
      en: "These results have been superseded.",
    },
    withdrawn: { vi: "Kết quả này đã bị thu hồi.", en: "These results were withdrawn." },
    unpublished: {
      vi: "KẾT QUẢ NÀY CHƯA CÔNG BỐ, không được phổ biến.",
      en: "THESE RESULTS ARE NOT PUBLISHED and are not for distribution.",
    },
  }[state];
  return { vi: `${warning.vi} ${vi}`, en: `${warning.en} ${en}` };
}

/** Whether everybody may see these results: those of a year before OpenDTI are entered as they were published. */
export const isPublic = ({ run }: CampaignFrame): boolean => run === null || run.state === "published";

/** The moment to which the results belong; undefined where none was recorded. */
export const issuedAt = ({ run }: CampaignFrame): Date | undefined =>
  run === null ? undefined : (run.publishedAt ?? run.compiledAt);

/**
 * Open data of a Vietnamese agency may be used by everybody, source named: Điều 18 Nghị định 47/2020/NĐ-CP. What is not
 * published is no open data.
 */
export const TERMS = {
  vi: "Dữ liệu mở của cơ quan nhà nước (Điều 18 Nghị định 47/2020/NĐ-CP): được tự do sao chép, chia sẻ, sử dụng; phải ghi nguồn; không được bán nguyên trạng.",
  en: "Open data of a public agency (Decree 47/2020/NĐ-CP of Vietnam, article 18): free to copy, share and use; name the source; not to be sold as it is.",
} as const;
