/** Invented data of one province, for looking at pages before a server runs. Roles only, no real persons. */
import { readdirSync, readFileSync } from "node:fs";

const DAY = 86_400_000;
const root = new URL("../../../sets/", import.meta.url);

/** @param {number} days */
const inDays = (days) => new Date(Date.now() + days * DAY + 3_600_000).toISOString();
/** @param {number} n @param {string} kind */
export const uuid = (kind, n) =>
  `${kind.padEnd(8, "0").slice(0, 8)}-0000-4000-8000-${String(n).padStart(12, "0")}`.replace(
    /[^0-9a-f-]/g,
    "a",
  );

const departments = [
  ["SYT", "Sở Y tế"],
  ["SGDDT", "Sở Giáo dục và Đào tạo"],
  ["STC", "Sở Tài chính"],
  ["SXD", "Sở Xây dựng"],
  ["SNNMT", "Sở Nông nghiệp và Môi trường"],
  ["SKHCN", "Sở Khoa học và Công nghệ"],
  ["SCT", "Sở Công Thương"],
  ["SNV", "Sở Nội vụ"],
  ["STP", "Sở Tư pháp"],
  ["SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch"],
  ["BDT", "Ban Dân tộc"],
  ["TTR", "Thanh tra tỉnh"],
];
const communes = [
  "Tịnh Khê",
  "An Phú",
  "Bình Minh",
  "Đông Sơn",
  "Trà Bồng",
  "Sơn Hà",
  "Mộ Đức",
  "Nghĩa Hành",
  "Lý Sơn",
  "Ba Tơ",
];

const unit = (n, code, kind, kindName, parentId, name, extra = {}) => ({
  id: uuid("b1", n),
  code,
  kind,
  kindName,
  parentId,
  name,
  shortName: null,
  validFrom: "2015-01-01",
  validTo: null,
  rankingGroup: null,
  version: 1,
  childCount: 0,
  ...extra,
});

const province = unit(0, "TINH", "province", "Tỉnh", null, "Tỉnh Quảng Ngãi", { childCount: 22 });
export const units = [
  province,
  ...departments.map(([code, name], n) =>
    unit(n + 1, code, "department", "Sở, ban, ngành", province.id, name, {
      rankingGroup: "so-nganh",
      childCount: code === "BDT" ? 3 : 0,
      ...(code === "SNNMT" ? { validFrom: "2025-03-01" } : {}),
    }),
  ),
  ...["Văn phòng", "Phòng Chính sách dân tộc", "Thanh tra"].map((name, n) =>
    unit(40 + n, `BDT-${n + 1}`, "room", "Phòng", uuid("b1", 11), name),
  ),
  ...communes.map((name, n) =>
    unit(60 + n, `XA${String(n + 1).padStart(2, "0")}`, "commune", "Xã, phường", province.id, `Xã ${name}`, {
      rankingGroup: "xa-phuong",
      validFrom: "2025-07-01",
    }),
  ),
  unit(90, "STNMT", "department", "Sở, ban, ngành", province.id, "Sở Tài nguyên và Môi trường", {
    validTo: "2025-02-28",
  }),
];

const unitBrief = (id) => {
  const { code, name, kind } = units.find((one) => one.id === id);
  return { id, code, name, kind };
};
const BDT = uuid("b1", 11);
const ROOT = province.id;
const SKHCN = uuid("b1", 6);

const account = (n, login, displayName, grants, extra = {}) => ({
  id: uuid("acc", n),
  login,
  displayName,
  email: `${login}@tinh.example.vn`,
  disabled: false,
  totpEnabled: false,
  lastSignInAt: inDays(-n / 3),
  version: 1,
  grants: grants.map(([role, id]) => ({ role, unit: unitBrief(id) })),
  ...extra,
});
export const accounts = [
  account(1, "canbo.bdt", "Cán bộ kê khai Ban Dân tộc", [["unit-officer", BDT]]),
  account(2, "lanhdao.bdt", "Lãnh đạo Ban Dân tộc", [["unit-head", BDT]]),
  account(
    3,
    "daumoi",
    "Đầu mối Sở KH&CN",
    [
      ["coordinator", ROOT],
      ["unit-officer", SKHCN],
    ],
    { totpEnabled: true },
  ),
  account(4, "quantri", "Quản trị hệ thống", [["administrator", ROOT]], { totpEnabled: true }),
  account(5, "lanhdao.tinh", "Lãnh đạo tỉnh", [["observer", ROOT]]),
  account(6, "thamdinh.1", "Thẩm định viên nhóm 1", [["appraiser", ROOT]]),
  account(7, "canbo.syt", "Cán bộ kê khai Sở Y tế", [["unit-officer", uuid("b1", 1)]]),
  account(8, "canbo.stc", "Cán bộ kê khai Sở Tài chính", [["unit-officer", uuid("b1", 3)]], {
    disabled: true,
    lastSignInAt: null,
  }),
  account(9, "phong.csdt", "Cán bộ Phòng Chính sách dân tộc", [["unit-officer", uuid("b1", 41)]]),
];

export const setSources = Object.fromEntries(
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, readFileSync(new URL(`${name}/set.yaml`, root), "utf8")]),
);
const setFacts = {
  "quang-ngai-so-nganh-2022": ["485", 50, 0, 3],
  "dti-so-nganh-1000": ["1000", 41, 0, 6],
  "binh-phuoc-so-nganh-500": ["500", 42, 2, 1],
  "binh-phuoc-website-100": ["100", 31, 0, 0],
  "qd922-cap-tinh-2022": ["1000", 98, 0, 4],
  "cao-bang-ung-dung-cntt-2020": ["0", 64, 0, 0],
};
export const sets = Object.entries(setSources).map(([id, source]) => {
  const [max, indicatorCount, errors, warnings] = setFacts[id] ?? ["100", 10, 0, 0];
  return {
    id,
    version: 1,
    title: /^title: (.*)$/m.exec(source)?.[1] ?? id,
    status: errors > 0 ? "draft" : "published",
    hash: "9f2c41d07be35a1288c0",
    max,
    indicatorCount,
    findings: { errors, warnings },
    publishedAt: errors > 0 ? null : "2025-01-15T02:00:00Z",
    lockVersion: 1,
  };
});
export const setFindings = [
  {
    severity: "warning",
    code: "sum-mismatch",
    at: "2.6",
    message: {
      vi: "Tổng điểm tối đa của các chỉ số trong nhóm không bằng điểm đã in của nhóm.",
      en: "Tổng điểm tối đa của các chỉ số trong nhóm không bằng điểm đã in của nhóm.",
    },
    expected: "170",
    found: "165",
  },
  {
    severity: "warning",
    code: "text-unread",
    at: "2.4.3",
    message: {
      vi: "Lời văn không nêu cách tính khi mẫu số bằng 0.",
      en: "Lời văn không nêu cách tính khi mẫu số bằng 0.",
    },
  },
  {
    severity: "warning",
    code: "duplicate-title",
    at: "2.5.9",
    message: {
      vi: "Tên chỉ số trùng với 2.5.11; hãy kiểm tra lại bản gốc.",
      en: "Tên chỉ số trùng với 2.5.11; hãy kiểm tra lại bản gốc.",
    },
  },
];

const year = 2025;
export const campaigns = [
  {
    id: uuid("ca", 1),
    name: "Đánh giá chuyển đổi số năm 2025, khối sở, ban, ngành",
    year,
    setId: "quang-ngai-so-nganh-2022",
    setVersion: 1,
    setTitle: "Chỉ số chuyển đổi số các sở, ban, ngành",
    status: "open",
    stages: [
      { stage: "declare", opensAt: inDays(-30), dueAt: inDays(6) },
      { stage: "appraise", opensAt: inDays(7), dueAt: inDays(37) },
      { stage: "explain", opensAt: inDays(20), dueAt: inDays(30) },
      { stage: "approve", opensAt: inDays(38), dueAt: inDays(50) },
    ],
    groups: [{ code: "so-nganh", name: "Sở, ban, ngành" }],
    units: departments.map(([, name], n) => ({ unitId: uuid("b1", n + 1), name, group: "so-nganh" })),
    version: 3,
  },
  {
    id: uuid("ca", 2),
    name: "Đánh giá chuyển đổi số năm 2025, khối xã, phường",
    year,
    setId: "binh-phuoc-so-nganh-500",
    setVersion: 1,
    setTitle: "Bộ chỉ số chuyển đổi số cấp xã",
    status: "preparing",
    stages: [{ stage: "declare", opensAt: inDays(10), dueAt: inDays(40) }],
    groups: [{ code: "xa-phuong", name: "Xã, phường" }],
    units: communes.map((name, n) => ({
      unitId: uuid("b1", 60 + n),
      name: `Xã ${name}`,
      group: "xa-phuong",
    })),
    version: 1,
  },
  {
    id: uuid("ca", 3),
    name: "Đánh giá chuyển đổi số năm 2024",
    year: 2024,
    setId: "quang-ngai-so-nganh-2022",
    setVersion: 1,
    setTitle: "Chỉ số chuyển đổi số các sở, ban, ngành",
    status: "closed",
    stages: [{ stage: "declare", opensAt: inDays(-400), dueAt: inDays(-340) }],
    groups: [{ code: "so-nganh", name: "Sở, ban, ngành" }],
    units: departments.map(([, name], n) => ({ unitId: uuid("b1", n + 1), name, group: "so-nganh" })),
    version: 9,
  },
];

const scores = [
  "412.5",
  "388.75",
  "451.26",
  "96.4",
  "0",
  "430.12",
  "275.5",
  "318",
  "366.67",
  "142.9",
  "451.26",
  "201.33",
];
export const progress = departments.map(([, name], n) => {
  const answered = [50, 47, 50, 11, 0, 50, 31, 36, 42, 16, 44, 23][n];
  return {
    assessmentId: uuid("fa", n + 1),
    unit: { id: uuid("b1", n + 1), name },
    group: "so-nganh",
    state: answered === 50 ? (n === 5 ? "compiled" : "submitted") : "declaring",
    answered,
    total: 50,
    score: scores[n],
    max: "485",
    dueAt: n === 3 ? inDays(16) : inDays(6),
    submittedAt: answered === 50 && n !== 5 ? inDays(-n - 1) : null,
  };
});
export const extensions = [
  {
    id: uuid("e", 1),
    unitId: uuid("b1", 4),
    unit: { id: uuid("b1", 4), name: "Sở Xây dựng" },
    stage: "declare",
    dueAt: inDays(16),
    reason: "Đơn vị mới hợp nhất, đang kiểm kê lại trang thiết bị.",
    by: { id: accounts[2].id, displayName: accounts[2].displayName },
    at: inDays(-2),
  },
];

const homeItem = (role, n, extra = {}) => {
  const { assessmentId, unit: of, state, dueAt, answered, total, score, max } = progress[n];
  const { id, name } = campaigns[0];
  return {
    assessmentId,
    campaign: { id, name, year },
    unit: of,
    state,
    dueAt,
    mine: { assigned: 0, answered: 0 },
    answered,
    total,
    score,
    max,
    role,
    ...extra,
  };
};
/** @param {string} login */
export function homeFor(login) {
  if (login === "quantri") return [];
  if (login === "canbo.bdt" || login === "lanhdao.bdt") {
    const role = login === "canbo.bdt" ? "unit-officer" : "unit-head";
    const last = { id: uuid("ca", 3), name: campaigns[2].name, year: 2024 };
    return [
      homeItem(role, 10, { mine: { assigned: 12, answered: 9 } }),
      homeItem(role, 10, {
        assessmentId: uuid("fa", 99),
        campaign: last,
        state: "submitted",
        dueAt: inDays(-340),
        answered: 50,
        score: "402.18",
      }),
    ];
  }
  if (login === "daumoi")
    return [
      homeItem("unit-officer", 5),
      ...progress.map((_, n) => homeItem("coordinator", n)).filter((_, n) => n !== 5),
    ];
  return progress.map((_, n) => homeItem("observer", n));
}

const audited = [
  [
    "assessment.submit",
    { type: "assessment", id: uuid("fa", 3), name: "Phiếu của Sở Tài chính" },
    2,
    { state: "compiled" },
    { state: "submitted", seal: "9f2c41d07be35a12" },
  ],
  [
    "answer.save",
    { type: "answer", id: uuid("fa", 11), name: "2.1.3 · a" },
    0,
    { value: "21" },
    { value: "22" },
  ],
  [
    "unit.rename",
    { type: "unit", id: uuid("b1", 5), name: "Sở Nông nghiệp và Môi trường" },
    3,
    { name: "Sở Nông nghiệp và Phát triển nông thôn", shortName: null },
    { name: "Sở Nông nghiệp và Môi trường", shortName: null },
  ],
  [
    "account.create",
    { type: "account", id: accounts[8].id, name: "phong.csdt" },
    3,
    null,
    { login: "phong.csdt", displayName: "Cán bộ Phòng Chính sách dân tộc", roles: ["unit-officer"] },
  ],
  ["session.start", { type: "session", id: uuid("5e", 1), name: null }, 0, null, null],
  [
    "campaign.extend",
    { type: "campaign", id: campaigns[0].id, name: campaigns[0].name },
    2,
    { dueAt: campaigns[0].stages[0].dueAt },
    { dueAt: progress[3].dueAt, reason: extensions[0].reason },
  ],
  [
    "evidence.add",
    { type: "evidence", id: uuid("ed", 1), name: "Quyết định 1133/QĐ-BDT" },
    0,
    null,
    { kind: "document", number: "1133", symbol: "QĐ-BDT", date: "2022-12-31" },
  ],
  ["session.refuse", { type: "account", id: accounts[7].id, name: "canbo.stc" }, null, null, null],
];
export const audit = Array.from({ length: 24 }, (_, n) => {
  const [action, subject, by, before, after] = audited[n % audited.length];
  return {
    id: uuid("ad", n),
    at: new Date(Date.now() - n * 2_340_000).toISOString(),
    account: by === null ? null : { id: accounts[by].id, displayName: accounts[by].displayName },
    address: "10.24.8.17",
    action,
    subject,
    unit: by === 0 ? { id: BDT, name: "Ban Dân tộc" } : null,
    before,
    after,
  };
});
