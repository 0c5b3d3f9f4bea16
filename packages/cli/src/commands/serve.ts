/** `opendti serve`: everything in one process. What it needs is loaded only here: scoring a file opens no server. */
import { message } from "@opendti/engine";
import type { Running } from "@opendti/server";
import { Misuse } from "../misuse.js";
import { printJson, type Screen } from "../output/screen.js";
import type { Command, ExitStatus } from "./command.js";

export const serve: Command = {
  name: "serve",
  arguments: [],
  options: [
    {
      name: "--data",
      values: ["DIR"],
      about: message(
        "thư mục dữ liệu; mặc định .opendti, hoặc theo OPENDTI_DATA",
        "the data folder; .opendti unless OPENDTI_DATA says otherwise",
      ),
    },
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
    const variables = {
      // The demo is for trying out: chatter of every request would bury its address and accounts.
      ...(demo ? { LOG_LEVEL: "warn", ADMINISTRATOR_TOTP: "false", SESSION_IDLE_MINUTES: "120" } : {}),
      ...(demo ? { SESSION_IDLE_MINUTES_ADMINISTRATOR: "120" } : {}),
      ...process.env,
      ...override("OPENDTI_DATA", line.options.get("--data")?.[0]),
      ...override("PORT", line.options.get("--port")?.[0]),
    };
    return runServer(variables, demo, screen);
  },
};

async function runServer(
  variables: Readonly<Record<string, string | undefined>>,
  demo: boolean,
  screen: Screen,
): Promise<ExitStatus> {
  const server = await import("@opendti/server");
  try {
    const config = server.readConfig(variables);
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const running = await server.serve({ config, demo, say: (said) => screen.warn(said), fail });
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
  } catch (error) {
    const refused = [server.ConfigError, server.EmbeddedDatabaseError, server.MigrationError].some(
      (kind) => error instanceof kind,
    );
    if (refused && error instanceof Error) throw new Misuse(message(error.message, error.message), "serve");
    throw portTaken(error) ?? error;
  }
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

function portTaken(error: unknown): Misuse | undefined {
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code !== "EADDRINUSE" && code !== "EACCES") return undefined;
  return new Misuse(
    message(
      `Không mở được cổng ${port}: ${code === "EACCES" ? "tài khoản này không được dùng cổng ấy" : "chương trình khác đang dùng"}. Chọn cổng khác: opendti serve --port 8081`,
      `Port ${port} cannot be opened: ${code === "EACCES" ? "this account may not use it" : "another program uses it"}. Choose another: opendti serve --port 8081`,
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
    ...DEMO_ACCOUNTS.map(({ login, about }) => `    ${login.padEnd(18)} ${about[language]}`),
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
    login: "canbo.chinhsach",
    about: message("cán bộ một phòng của sở ấy", "an officer in one of its rooms"),
  },
  { login: "thutruong", about: message("thủ trưởng của sở ấy", "its head") },
  { login: "canbo.binhminh", about: message("cán bộ một xã", "an officer of a commune") },
  {
    login: "dieuphoi",
    about: message("cơ quan điều phối: bộ chỉ số, đợt đánh giá", "the coordinator: sets and campaigns"),
  },
  {
    login: "lanhdaotinh",
    about: message("lãnh đạo tỉnh, xem tất cả", "the province's leaders, who see all"),
  },
  { login: "quantri", about: message("quản trị đơn vị và tài khoản", "administers units and accounts") },
];

/** A setting of the command line over that of the environment. */
const override = (name: string, value: string | undefined): Record<string, string> =>
  value === undefined ? {} : { [name]: value };
