/** `opendti backup FILE` and `opendti restore FILE`. */
import { resolve } from "node:path";
import { type Message, message } from "@opendti/engine";
import type { Manifest } from "@opendti/server";
import { printJson, type Screen } from "../output/screen.js";
import type { Command } from "./command.js";
import { configOf, DATA_OPTION, loadServer, refusing } from "./server.js";

const FILE = {
  name: "FILE",
  required: true,
  about: message("tệp sao lưu (.zip)", "the backup (.zip)"),
} as const;

export const backup: Command = {
  name: "backup",
  arguments: [FILE],
  options: [
    DATA_OPTION,
    {
      name: "--with-key",
      values: [],
      about: message(
        "kèm khóa bí mật của mã đăng nhập một lần; khi đó phải giữ kín tệp sao lưu",
        "with the key that seals one-time codes; the backup is then a secret itself",
      ),
    },
  ],
  about: message(
    "sao lưu cơ sở dữ liệu và tệp minh chứng, cả khi hệ thống đang chạy",
    "back up database and files, also while the system runs",
  ),
  examples: [
    "opendti backup /mnt/sao-luu/opendti-2026-11-22.zip",
    "opendti backup dti.zip --data /var/lib/opendti",
  ],
  async run(line, screen) {
    const path = resolve(line.words[0] ?? "");
    const server = await loadServer();
    const withKey = line.options.has("--with-key");
    const manifest = await refusing(server, "backup", () =>
      server.backUpByCommand(configOf(server, line), screen.warn, { path, withKey, at: new Date() }),
    );
    await tell(screen, manifest, message(`Đã sao lưu vào ${path}`, `Backed up to ${path}`));
    if (!withKey)
      screen.warn(
        screen.say(
          message(
            "Khóa bí mật (secret.key trong thư mục dữ liệu, hoặc OPENDTI_SECRET_KEY) không nằm trong bản sao lưu: hãy giữ riêng.",
            "The secret key (secret.key in the data folder, or OPENDTI_SECRET_KEY) is not in the backup: keep it apart.",
          ),
        ),
      );
    for (const hash of manifest.lost)
      screen.warn(
        screen.say(
          message(`Không có nội dung của tệp ${hash}`, `The bytes of file ${hash} are not in the store`),
        ),
      );
    return manifest.lost.length > 0 ? 1 : 0;
  },
};

export const restore: Command = {
  name: "restore",
  arguments: [FILE],
  options: [
    DATA_OPTION,
    {
      name: "--check",
      values: [],
      about: message("chỉ kiểm tra bản sao lưu, không phục hồi", "check the backup only, restore nothing"),
    },
  ],
  about: message(
    "phục hồi bản sao lưu vào một hệ thống còn trống (dừng máy chủ trước)",
    "restore a backup into an empty system (stop the server first)",
  ),
  examples: ["opendti restore dti.zip --data /var/lib/opendti-moi", "opendti restore dti.zip --check"],
  async run(line, screen) {
    const path = resolve(line.words[0] ?? "");
    const server = await loadServer();
    if (line.options.has("--check")) {
      const manifest = await refusing(server, "restore", () => server.checkBackup(path));
      await tell(screen, manifest, message("Bản sao lưu nguyên vẹn", "The backup is whole"));
      return 0;
    }
    const config = configOf(server, line);
    const manifest = await refusing(server, "restore", () =>
      server.restoreByCommand(config, screen.warn, path),
    );
    const where = config.databaseUrl === undefined ? config.data : "DATABASE_URL";
    await tell(screen, manifest, message(`Đã phục hồi vào ${where}`, `Restored into ${where}`));
    return 0;
  },
};

function tell(screen: Screen, { at, tables, files, lost }: Manifest, done: Message): Promise<void> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (screen.json)
    return printJson(screen, { at, tables: tables.length, rows, files: files.length, bytes, lost });
  const count = new Intl.NumberFormat(screen.language === "vi" ? "vi-VN" : "en-GB");
  return screen.print(
    screen.say(done),
    screen.say(
      message(
        `  thời điểm ${at}: ${count.format(tables.length)} bảng, ${count.format(rows)} dòng, ${count.format(files.length)} tệp (${count.format(Math.ceil(bytes / 1024 / 1024))} MB)`,
        `  as of ${at}: ${count.format(tables.length)} tables, ${count.format(rows)} rows, ${count.format(files.length)} files (${count.format(Math.ceil(bytes / 1024 / 1024))} MB)`,
      ),
    ),
  );
}
