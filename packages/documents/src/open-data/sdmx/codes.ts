/** Identifiers as SDMX allows them (letters, digits, `_`, `@`, `$`, `-`), and what the standard's own codes mean here. */
import type { Status } from "@opendti/engine";

export const AGENCY = "OPENDTI";
/** SDMX's word for a total over a dimension. */
export const TOTAL = "_T";
/** SDMX's word for "not applicable" as a code. */
export const NO_GROUP = "_Z";

export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** What is measured of a unit at an indicator. */
export const MEASURES = {
  SCORE: { vi: "Điểm được công nhận", en: "Final points" },
  RANK: { vi: "Hạng trong nhóm", en: "Rank within the group" },
} as const satisfies Record<string, Bilingual>;

/**
 * Of SDMX:CL_OBS_STATUS(2.2). Missing and not applicable are two things there too: L says that data exist and were not
 * collected, which is what an undeclared figure is; M that they cannot exist, which is what "not applicable" is.
 */
export const OBS_STATUS = {
  A: { vi: "Bình thường", en: "Normal value" },
  L: {
    vi: "Thiếu: số liệu có nhưng không được kê khai",
    en: "Missing value; data exist but were not collected",
  },
  M: { vi: "Thiếu: không áp dụng", en: "Missing value; data cannot exist" },
  O: { vi: "Thiếu: không xác định (0/0)", en: "Missing value" },
  P: { vi: "Tạm thời", en: "Provisional value" },
} as const satisfies Record<string, Bilingual>;

/** Of SDMX:CL_CONF_STATUS(1.3). */
export const CONF_STATUS = {
  F: { vi: "Được công bố", en: "Free (free for publication)" },
  N: { vi: "Chỉ dùng nội bộ", en: "Not for publication, restricted for internal use only" },
} as const satisfies Record<string, Bilingual>;

/** @param settled the results are published: nothing of them is provisional. */
export function obsStatus(status: Status | null, settled: boolean): keyof typeof OBS_STATUS {
  switch (status) {
    case "missing":
      return "L";
    case "not_applicable":
      return "M";
    case "undefined":
      return "O";
    case "pending":
      return "P";
    case "scored":
    case null:
      return settled ? "A" : "P";
  }
}

/** Codes for texts, each of its own: what SDMX does not allow is `_`, and two that fall together are told apart. */
export class Codes {
  private readonly byText = new Map<string, string>();
  private readonly taken = new Set<string>([TOTAL, NO_GROUP]);

  of(text: string): string {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const base = text.replace(/[^A-Za-z0-9@$-]/g, "_") || "_";
    let code = base;
    for (let next = 2; this.taken.has(code); next += 1) code = `${base}_${next}`;
    this.taken.add(code);
    this.byText.set(text, code);
    return code;
  }
}
