/**
 * `npm start`, `npm test` and `npm run bench`, each from a fresh clone: looks at Node's version, installs what
 * package-lock.json says when it is not installed yet, builds, and runs. Node's own modules only.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { node, root, run, tools } from "./child.mjs";

/** Holds the hash of the package-lock.json that node_modules was installed from. */
const stampFile = join(root, "node_modules/.opendti-lock-hash");

/** What each command does once everything is installed. Each step gives an exit status. */
const commands = {
  start: [
    () => node(tools.tsc, "-b", "packages/cli"),
    buildWeb,
    /** @param {string[]} args */
    (...args) => {
      // Read by the C library of most Linux systems: what is freed goes back to the system, not only what lies last.
      process.env.MALLOC_TRIM_THRESHOLD_ ??= "131072";
      return node("packages/cli/bin/opendti.js", "serve", "--demo", ...args);
    },
  ],
  test: [
    () => node("scripts/check.mjs"),
    /** @param {string[]} args */
    (...args) => node(tools.vitest, "run", ...args),
  ],
  bench: [
    () => node(tools.tsc, "-b"),
    /** @param {string[]} args */
    (...args) => run(process.execPath, ["--expose-gc", "bench/dist/main.js", ...args]),
  ],
};

/** Ends the process when this Node is older than `engines` in package.json allows. */
function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number);
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split(".").map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  stop(
    `OpenDTI cần Node.js ${major}.${minor} trở lên; máy này đang chạy ${process.versions.node}. Cài bản mới: https://nodejs.org`,
    `OpenDTI needs Node.js ${major}.${minor} or newer; this is ${process.versions.node}. Get one at https://nodejs.org`,
  );
}

/** Installs with `npm ci` unless node_modules was installed from this very package-lock.json. */
async function install() {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash()) return;
  say("Đang cài đặt các gói (chỉ lần đầu hoặc khi package-lock.json đổi)", "Installing packages (npm ci)");
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = process.env.npm_execpath;
  const status = npm?.endsWith("npm-cli.js")
    ? await node(npm, ...args)
    : await run("npm", args, { shell: process.platform === "win32" });
  if (status !== 0)
    stop("Cài đặt không thành công; lỗi in ở trên.", "npm ci failed; the error is above.", status);
  stamp();
}

/** Notes what node_modules was installed from. Also called by `prepare`, so that a plain `npm ci` counts. */
function stamp() {
  writeFileSync(stampFile, lockHash());
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

/**
 * @param {string} vietnamese
 * @param {string} english
 */
function say(vietnamese, english) {
  console.error(`${vietnamese}\n${english}`);
}

/**
 * @param {string} vietnamese
 * @param {string} english
 * @param {number} [status]
 * @returns {never}
 */
function stop(vietnamese, english, status = 1) {
  say(vietnamese, english);
  process.exit(status);
}

const [name = "", ...args] = process.argv.slice(2);
requireNode();
if (name === "stamp") {
  stamp();
} else if (name === "start" || name === "test" || name === "bench") {
  await install();
  for (const step of commands[name]) {
    const status = await step(...args);
    if (status !== 0) process.exit(status);
  }
} else {
  stop(`Không có lệnh "${name}".`, "usage: node scripts/run.mjs start|test|bench [arguments]", 2);
}
