/** `opendti serve`: everything in one process. What it needs is loaded only here: scoring a file opens no server. */
import { setFlagsFromString } from "node:v8";
import { message } from "@opendti/engine";
import type { Config, Running } from "@opendti/server";
import { Misuse } from "../misuse.js";
import { printJson, type Screen } from "../output/screen.js";
import type { Command, ExitStatus } from "./command.js";
import { configOf, DATA_OPTION, loadServer, refusing } from "./server.js";

/**
 * While the server's thousand modules are loaded, V8 keeps little room for what is new, and so throws away early what
 * loading needs once; else that stays between what lives, and the process is larger by a fifth for as long as it runs.
 */
const ROOM_WHILE_LOADING = "--semi-space-growth-factor=1";
/** V8's own: the room grows with the work. */
const ROOM_WHILE_SERVING = "--semi-space-growth-factor=2";

export const serve: Command = {
  name: "serve",
  arguments: [],
  options: [
    DATA_OPTION,
    {
      name: "--port",
      values: ["N"],
      about: message("cổng; mặc định 8080, hoặc theo PORT", "the port; 8080 unless PORT says otherwise"),
    },
    {
      name: "--demo",
      values: [],
      about: message("nạp dữ liệu minh họa vào cơ sở dữ liệu trống", "load demo data into an empty database"),
    },
  ],
  about: message("chạy hệ thống trên máy này", "run the system on this machine"),
  examples: ["opendti serve --demo", "opendti serve --data /var/lib/opendti --port 80"],
  async run(line, screen) {
    const demo = line.options.has("--demo");
    // The demo is for trying out: chatter of every request would bury its address and accounts.
    const defaults = {
      LOG_LEVEL: "warn",
      ADMINISTRATOR_TOTP: "false",
      SESSION_IDLE_MINUTES: "120",
      SESSION_IDLE_MINUTES_ADMINISTRATOR: "120",
    };
    setFlagsFromString(ROOM_WHILE_LOADING);
    const server = await loadServer();
    return refusing(server, "serve", () =>
      runServer(server, configOf(server, line, demo ? defaults : {}), demo, screen),
    );
  },
};

async function runServer(
  server: typeof import("@opendti/server"),
  config: Config,
  demo: boolean,
  screen: Screen,
): Promise<ExitStatus> {
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const running = await server.serve({ config, demo, say: (said) => screen.warn(said), fail }).catch(whyNot);
  setFlagsFromString(ROOM_WHILE_SERVING);
  const asked = signalled();
  await (screen.json
    ? printJson(screen, { address: running.address })
    : screen.print(...welcome(running, screen)));
  try {
    await Promise.race([asked, failed]);
  } finally {
    screen.warn(screen.say(message("Đang dừng…", "Stopping…")));
    await running.stop();
  }
  return 0;
}

/**
 * Ctrl-C, or what a supervisor sends. More of them while stopping change nothing: under `npm start` one Ctrl-C comes
 * twice, from the terminal and handed on.
 */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
}

/** A port that cannot be had is the caller's to mend. */
function whyNot(error: unknown): never {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
  const [vi, en] =
    code === "EACCES"
      ? ["tài khoản này không được dùng cổng ấy", "this account may not use it"]
      : ["chương trình khác đang dùng", "another program uses it"];
  throw new Misuse(
    message(
      `Không mở được cổng ${String(port)}: ${vi}. Chọn cổng khác: opendti serve --port 8081`,
      `Port ${String(port)} cannot be opened: ${en}. Choose another: opendti serve --port 8081`,
    ),
    "serve",
  );
}

/** What somebody who has just started it wants to know: where it is and how to get in. */
function welcome({ address, demoPassword }: Running, { language, paint }: Screen): string[] {
  const vi = language === "vi";
  const lines = ["", `  OpenDTI  ${paint("good", address)}`, ""];
  if (demoPassword === undefined) return [...lines, vi ? "  Dừng: Ctrl+C" : "  Stop: Ctrl+C", ""];
  return [
    ...lines,
    vi
      ? `  Tài khoản minh họa, mật khẩu chung: ${demoPassword}`
      : `  Demo accounts, all with the password: ${demoPassword}`,
    "",
    ...DEMO_ACCOUNTS.map(({ login, about }) => `    ${login.padEnd(18)}  ${about[language]}`),
    "",
    vi ? "  Dừng: Ctrl+C" : "  Stop: Ctrl+C",
    "",
  ];
}

/** The accounts that the demo's journeys start from; accounts.yaml of the demo has the others. */
const DEMO_ACCOUNTS = [
  {
    login: "canbo.tuphap",
    about: message("cán bộ kê khai, phiếu còn trống", "declares an empty assessment"),
  },
  { login: "giamdoc.tuphap", about: message("lãnh đạo của đơn vị ấy, nộp phiếu", "its head, who submits") },
  {
    login: "vanphong",
    about: message(
      "đầu mối của sở có ba phòng, phiếu 451,26/485",
      "the Office of a department with three rooms: 451.26/485",
    ),
  },
  {
    login: "canbo.vanphong, canbo.chinhsach, canbo.tuyentruyen",
    about: message("cán bộ ba phòng của sở ấy", "the officers of its three rooms"),
  },
  { login: "thutruong", about: message("thủ trưởng của sở ấy", "its head") },
  { login: "canbo.binhminh", about: message("cán bộ một xã", "an officer of a commune") },
  {
    login: "dieuphoi",
    about: message("cơ quan điều phối: bộ chỉ số, đợt đánh giá", "the coordinator: sets and campaigns"),
  },
  {
    login: "thamdinh1, thamdinh2",
    about: message("thẩm định viên: đợt giữa năm đang thẩm định", "appraisers, in the mid-year campaign"),
  },
  {
    login: "pheduyet",
    about: message(
      "phê duyệt, công bố kết quả; ai cũng xem ở /cong-bo",
      "approves and publishes, for all to see at /cong-bo",
    ),
  },
  {
    login: "lanhdaotinh",
    about: message("lãnh đạo tỉnh, xem tất cả", "the province's leaders, who see all"),
  },
  { login: "quantri", about: message("quản trị đơn vị và tài khoản", "administers units and accounts") },
];
