/** A campaign while it is being put together in the wizard. */
import type { NewCampaign, SetHead, Stage, Unit } from "../../api/contract.js";
import { endOfDay, startOfDay } from "../../shared/format.js";

/** The stages in the order in which they follow. */
export const stages: readonly Stage[] = ["declare", "appraise", "explain", "approve"];

/** The two days of a stage, YYYY-MM-DD; empty while they are not chosen. */
export interface StageDays {
  opens: string;
  due: string;
}

export interface CampaignDraft {
  name: string;
  year: number;
  set: SetHead | null;
  units: Unit[];
  days: Record<Stage, StageDays>;
}

/** A draft in which only the year is known. */
export function emptyDraft(year: number): CampaignDraft {
  const none = { opens: "", due: "" };
  return {
    name: "",
    year,
    set: null,
    units: [],
    days: { declare: none, appraise: none, explain: none, approve: none },
  };
}

/** Whether a stage has both days, in order; only declaring is needed, the others may be left for later. */
export function stageHolds(draft: CampaignDraft, stage: Stage): boolean {
  const { opens, due } = draft.days[stage];
  if (opens === "" && due === "") return stage !== "declare";
  return opens !== "" && due !== "" && opens <= due;
}

/** Whether what is typed of a stage is wrong already; what is only not typed yet is not. */
export function stageFails(draft: CampaignDraft, stage: Stage): boolean {
  const { opens, due } = draft.days[stage];
  return opens !== "" && due !== "" && opens > due;
}

/** The group a unit is ranked in: its own, else all units of its kind together. */
function groupOf({ rankingGroup, kind }: Unit): string {
  return rankingGroup ?? kind;
}

/** The ranking groups of the chosen units, named after every kind that stands in them: "Phường, đặc khu". */
export function groupsOf(units: readonly Unit[]): { code: string; name: string; units: Unit[] }[] {
  const groups = new Map<string, { code: string; name: string; units: Unit[] }>();
  for (const unit of units) {
    const code = groupOf(unit);
    const group = groups.get(code) ?? { code, name: unit.kindName, units: [] };
    group.units.push(unit);
    groups.set(code, group);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    name: [...new Set(group.units.map(({ kindName }) => kindName))]
      .map((kind, index) => (index === 0 ? kind : kind.toLocaleLowerCase("vi")))
      .join(", "),
  }));
}

/** The body of the request, once a set is chosen. A stage lasts from its first day's start to its last day's end. */
export function campaignOf(draft: CampaignDraft, set: SetHead): NewCampaign {
  return {
    name: draft.name.trim(),
    year: draft.year,
    setId: set.id,
    setVersion: set.version,
    stages: stages
      .filter((stage) => draft.days[stage].due !== "")
      .map((stage) => ({
        stage,
        opensAt: startOfDay(draft.days[stage].opens),
        dueAt: endOfDay(draft.days[stage].due),
      })),
    groups: groupsOf(draft.units).map(({ code, name }) => ({ code, name })),
    units: draft.units.map((unit) => ({ unitId: unit.id, group: groupOf(unit) })),
  };
}
