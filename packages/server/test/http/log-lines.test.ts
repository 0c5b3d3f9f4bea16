import { Writable } from "node:stream";
import fastify from "fastify";
import { describe, expect, it } from "vitest";
import { loggerOptions, toldError } from "../../src/http/logging.js";
import { warnOfUntrustedProxy } from "../../src/http/untrusted-proxy.js";

/** A server that writes its log here, each line read. */
function listening() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, server: fastify({ logger: { ...Object(loggerOptions("info")), stream } }) };
}

describe("the log", () => {
  it("tells an error of the database without what was sent, and without the whole client", () => {
    const { lines, server } = listening();
    const error = Object.assign(new Error("terminating connection"), {
      code: "57P01",
      client: { connectionParameters: { password: "bí mật" } },
      detail: "Key (login)=(can.bo) already exists.",
    });
    server.log.error({ err: error }, "jobs");
    expect(lines[0]).toMatchObject({
      msg: "jobs",
      err: { message: "terminating connection", code: "57P01" },
    });
    expect(JSON.stringify(lines)).not.toMatch(/bí mật|can\.bo/);
    expect(toldError("lạ")).toMatchObject({ message: "lạ" });
  });

  it("warns once of a forwarded address from a proxy that nobody declared", async () => {
    const { lines, server } = listening();
    warnOfUntrustedProxy(server);
    server.get("/", async () => "ok");
    const headers = { "x-forwarded-for": "203.0.113.9" };
    await server.inject({ url: "/" });
    await server.inject({ url: "/", headers });
    await server.inject({ url: "/", headers });
    const warned = lines.filter(({ msg }) => String(msg).includes("TRUST_PROXY"));
    expect(warned).toHaveLength(1);
    expect(JSON.stringify(warned)).not.toContain("203.0.113.9");
    await server.close();
  });
});
