/** `opendti account create | reset-password`: the first administrator, and the way back in. */
import { message } from "@opendti/engine";
import type { Role } from "@opendti/server";
import { Misuse } from "../misuse.js";
import { printJson, type Screen } from "../output/screen.js";
import type { Command } from "./command.js";
import { configOf, DATA_OPTION, loadServer, refusing } from "./server.js";

const LOGIN = {
  name: "LOGIN",
  required: true,
  about: message("tên đăng nhập", "the sign-in name"),
} as const;

export const accountCreate: Command = {
  name: "account create",
  arguments: [LOGIN],
  options: [
    DATA_OPTION,
    { name: "--name", values: ["TÊN"], about: message("tên hiển thị", "the name shown") },
    {
      name: "--role",
      values: ["ROLE"],
      about: message(
        "vai trò; mặc định administrator. Có: coordinator, appraiser, approver, unit-officer, unit-head, observer",
        "the role; administrator unless said. Others: coordinator, appraiser, approver, unit-officer, unit-head, observer",
      ),
    },
    {
      name: "--unit",
      values: ["CODE"],
      about: message("mã đơn vị; mặc định đơn vị trên cùng", "code of the unit; the top one unless said"),
    },
    {
      name: "--top-name",
      values: ["TÊN"],
      about: message(
        "tên đơn vị trên cùng, khi chưa có đơn vị nào; mặc định UBND tỉnh",
        "name of the top unit, when there is none yet",
      ),
    },
  ],
  about: message(
    "tạo tài khoản, in mật khẩu tạm (dừng máy chủ trước)",
    "create an account and print its temporary password (stop the server first)",
  ),
  examples: ['opendti account create quantri --name "Quản trị hệ thống" --top-name "UBND tỉnh Minh Họa"'],
  async run(line, screen) {
    const [login = ""] = line.words;
    const server = await loadServer();
    const role = roleOf(server.roles, line.options.get("--role")?.[0] ?? "administrator");
    const order = {
      login: signInName(login),
      displayName: line.options.get("--name")?.[0] ?? login,
      role,
      unit: line.options.get("--unit")?.[0],
      topName: line.options.get("--top-name")?.[0] ?? "UBND tỉnh",
      at: new Date(),
    };
    const password = await refusing(server, "account create", () =>
      server.maintain(configOf(server, line), screen.warn, (db) => server.createByCommand(db, order)),
    );
    await tell(screen, login, password);
    return 0;
  },
};

export const accountResetPassword: Command = {
  name: "account reset-password",
  arguments: [LOGIN],
  options: [DATA_OPTION],
  about: message(
    "đặt mật khẩu tạm và mở khóa tài khoản (dừng máy chủ trước)",
    "set a temporary password and enable the account (stop the server first)",
  ),
  examples: ["opendti account reset-password quantri"],
  async run(line, screen) {
    const [login = ""] = line.words;
    const server = await loadServer();
    const password = await refusing(server, "account reset-password", () =>
      server.maintain(configOf(server, line), screen.warn, (db) =>
        server.resetByCommand(db, login, new Date()),
      ),
    );
    await tell(screen, login, password);
    return 0;
  },
};

function tell(screen: Screen, login: string, temporaryPassword: string): Promise<void> {
  if (screen.json) return printJson(screen, { login, temporaryPassword });
  return screen.print(
    screen.say(
      message(
        `Tài khoản ${login}, mật khẩu tạm: ${temporaryPassword}\nPhải đổi khi đăng nhập lần đầu.`,
        `Account ${login}, temporary password: ${temporaryPassword}\nTo be changed at the first sign-in.`,
      ),
    ),
  );
}

function roleOf(roles: readonly Role[], given: string): Role {
  const role = roles.find((one) => one === given);
  if (role === undefined)
    throw new Misuse(
      message(
        `Không có vai trò "${given}"; có: ${roles.join(", ")}`,
        `There is no role "${given}"; there are: ${roles.join(", ")}`,
      ),
      "account create",
    );
  return role;
}

function signInName(given: string): string {
  if (/^[a-z0-9][a-z0-9._@-]{1,99}$/i.test(given)) return given;
  throw new Misuse(
    message(
      "Tên đăng nhập gồm chữ không dấu, số và . _ - @, từ 2 ký tự",
      "A sign-in name has plain letters, digits and . _ - @, two characters or more",
    ),
    "account create",
  );
}
