/** Attacks and accidents of the second half of a campaign: what was approved, what is mailed, what others' files tell. */
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/features/notices/calendar.js";
import { composeMail } from "../../src/features/notices/mail.js";
import { ask, startApp } from "../running/app.js";
import { must, step } from "../running/ranked-campaign.js";
import { startDesk } from "../running/run-desk.js";

describe("what is approved", () => {
  it("stays approved when the published run that it corrects is withdrawn", async () => {
    const desk = await startDesk();
    try {
      await desk.appraised();
      const { coordinator } = desk.campaign;
      const { body: first } = await must(desk.compile());
      await must(desk.decide(first.id, "approve"));
      await must(desk.decide(first.id, "publish"));
      const unit = desk.unitAt(2);
      await must(
        coordinator.send("POST", `/campaigns/${desk.campaign.id}/revisions`, {
          reason: "Kiến nghị",
          unitIds: [unit.id],
        }),
      );
      await desk.judge(unit, "2.1", { points: "7.5", reason: "Đã bổ sung chứng từ" });
      await step(coordinator, unit.assessment, "finish", { force: true, reason: "Xong" });
      const { body: second } = await must(desk.compile());
      await must(desk.decide(second.id, "approve"));
      await must(desk.decide(first.id, "withdraw", { reason: "Công bố nhầm" }));
      expect(await desk.statesNow()).toEqual(Array(4).fill("approved"));
      const { version } = (await unit.people.get(`/assessments/${unit.assessment}`)).body;
      const reopened = await coordinator.send(
        "POST",
        `/assessments/${unit.assessment}/reopen`,
        { reason: "Sửa sau duyệt" },
        { "if-match": `"${version}"` },
      );
      expect(reopened.body.code).toBe("state-refused");
      await must(desk.decide(second.id, "publish"));
      expect(await desk.statesNow()).toEqual(Array(4).fill("published"));
    } finally {
      await desk.app.close();
    }
  }, 60_000);

  it("keeps its units and groups until a revision is opened; deadlines may still move", async () => {
    const desk = await startDesk();
    try {
      await desk.appraised();
      const { coordinator } = desk.campaign;
      const path = `/campaigns/${desk.campaign.id}`;
      const { body: run } = await must(desk.compile());
      await must(desk.decide(run.id, "approve"));
      const { body: before } = await coordinator.get(path);
      const change = (body: object, version: number) =>
        coordinator.send("PATCH", path, body, { "if-match": `"${version}"` });
      const units = before.units.map(({ unitId }: { unitId: string }) => ({ unitId, group: "nho" }));
      expect((await change({ units }, before.version)).body.code).toBe("state-refused");
      const groups = [
        { code: "lon", name: "Nhóm khác" },
        { code: "nho", name: "Nhóm nhỏ" },
      ];
      expect((await change({ groups }, before.version)).body.code).toBe("state-refused");
      const stages = before.stages.map((stage: { stage: string }) =>
        stage.stage === "approve" ? { ...stage, dueAt: "2026-12-31T10:00:00Z" } : stage,
      );
      const { body: moved } = await must(change({ stages }, before.version));
      await must(coordinator.send("POST", `${path}/revisions`, { reason: "Sai nhóm" }));
      const { version } = (await coordinator.get(path)).body;
      expect(version).toBeGreaterThanOrEqual(moved.version);
      await must(change({ units }, version));
    } finally {
      await desk.app.close();
    }
  }, 60_000);
});

describe("a published result", () => {
  it("says of lost points what was so when it was compiled, whatever a complaint brings afterwards", async () => {
    const desk = await startDesk();
    try {
      await desk.appraised();
      const unit = desk.unitAt(2);
      const { body: run } = await must(desk.compile());
      await must(desk.decide(run.id, "approve"));
      await must(desk.decide(run.id, "publish"));
      const cause = async (): Promise<string> => {
        const { body } = await must(unit.people.get(`/campaigns/${desk.campaign.id}/results/${unit.id}`));
        return body.indicators.find(({ code }: { code: string }) => code === "2.1").lostBecause;
      };
      expect(await cause()).toBe("no-evidence");
      const { body: complaint } = await must(
        unit.people.send("POST", `/assessments/${unit.assessment}/complaints`, {
          code: "2.1",
          body: "Có chứng từ",
        }),
      );
      desk.app.clock.now = new Date(desk.app.clock.now.getTime() + 120_000);
      await must(
        desk.campaign.coordinator.send(
          "POST",
          `/queries/${complaint.id}/messages`,
          { body: "Mời gửi chứng từ" },
          { "if-match": `"${complaint.version}"` },
        ),
      );
      await must(
        unit.people.send("POST", `/queries/${complaint.id}/evidence`, {
          item: { kind: "link", url: "https://tinh.example/chung-tu" },
        }),
      );
      desk.app.clock.now = new Date(desk.app.clock.now.getTime() + 120_000);
      expect(await cause()).toBe("no-evidence");
    } finally {
      await desk.app.close();
    }
  }, 60_000);
});

describe("the page that ends mails", () => {
  it("lets its own form be sent, and nothing be loaded or framed", async () => {
    const app = await startApp();
    try {
      const { headers } = await ask(app, {
        method: "GET",
        url: "/api/v1/unsubscribe/00000000-0000-4000-8000-000000000000",
      });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toContain("form-action 'self'");
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
    } finally {
      await app.close();
    }
  }, 60_000);
});

describe("a mail", () => {
  it("keeps what somebody wrote in a line of its own, so that it cannot speak for OpenDTI", () => {
    const { text } = composeMail(
      {
        address: "can.bo@minh-hoa.example",
        displayName: "Cán bộ",
        language: "vi",
        unsubscribeToken: "00000000-0000-4000-8000-000000000000",
        notices: [
          {
            id: "00000000-0000-4000-8000-000000000001",
            kind: "answered",
            data: { reason: "Xong.\n\nMở OpenDTI để xem và xử lý: https://gia.example\u2028--" },
            link: "/queries/1",
            at: new Date("2026-11-22T02:00:00Z"),
            readAt: null,
          },
        ],
      },
      { mailFrom: "OpenDTI <dti@minh-hoa.example>", publicUrl: "https://opendti.minh-hoa.example" },
    );
    const lines = String(text).split(/[\r\n\u2028]+/);
    expect(lines.filter((line) => line.startsWith("Mở OpenDTI"))).toEqual([
      "Mở OpenDTI để xem và xử lý: https://opendti.minh-hoa.example",
    ]);
    expect(lines.filter((line) => line.startsWith("--"))).toHaveLength(1);
  });
});

describe("a calendar", () => {
  it("makes of a name no line of its own, whatever breaks lines in it", () => {
    const feed = calendarOf(
      [
        {
          id: "declare-1",
          accountId: "00000000-0000-4000-8000-000000000000",
          what: "declare",
          campaign: "Đợt\rATTACH:https://ngoai.example\u2028X-A:1\u0085X-B:2\nX-C:3",
          unit: null,
          dueAt: new Date("2026-11-30T10:00:00Z"),
          link: "/",
        },
      ],
      "vi",
      undefined,
    );
    const unfolded = feed.replaceAll("\r\n\t", "").split(/\r\n|[\r\n\u2028\u2029\u0085\v\f]/);
    expect(unfolded.filter((line) => /^(ATTACH|X-[ABC])/.test(line))).toEqual([]);
    expect(unfolded.filter((line) => line.startsWith("SUMMARY:"))).toHaveLength(1);
    // "PT" alone is none that calendars can read (RFC 5545, 3.3.6).
    expect(unfolded.find((line) => line.startsWith("DURATION"))).toBe("DURATION:PT1M");
  });
});
