/** The decision that publishes a campaign's result, of one compiled run. */
import type { ResultDecision } from "@opendti/documents";
import { addressOf, type CompiledSet, formatExact } from "@opendti/engine";
import { requireRole, seeingAll } from "../../access/actor.js";
import type { LongCall } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { requireUnpublishedSight } from "../appraisals/sight.js";
import type { Board, BoardGroup } from "../results/board.js";
import { pointsText } from "../results/board.js";
import { requireBoard } from "../results/edition.js";
import { earlierResults, findEdition } from "../results/repository.js";
import { findRun } from "../runs/repository.js";
import { type Asked, headFor, type Loaded } from "./asked.js";
import { issuingLetterhead } from "./letterheads.js";

/** Of a decision: who issues it, and who proposes it; both units. */
export interface AskedDecision extends Asked {
  readonly issuer?: string | undefined;
  readonly proposer?: string | undefined;
}

const AS_ABOVE = "Như trên";
const AS_ARTICLE = "Như Điều 3";

/** Whoever proposes, where nobody in particular does. */
const PROPOSER = "cơ quan đầu mối đánh giá";

/** For those who see the run on their screen. @throws {Problem} `forbidden`, `not-found`. */
export async function loadResultDecision(
  call: LongCall,
  runId: string,
  asked: AskedDecision,
): Promise<Loaded> {
  requireRole(call.actor, ...seeingAll);
  const run = found(await findRun(call.db, runId));
  if (run.state !== "published") await requireUnpublishedSight(call, run.campaignId);
  const edition = found(await findEdition(call.db, run.campaignId, { run: runId }));
  const board = await requireBoard(call, edition, "pillars");
  const { campaign } = edition;
  const ids = board.units.map(({ id }) => id);
  const earlier = await earlierResults(call.db, campaign, ids);
  const ranksBefore = new Map(
    [...earlier].flatMap(([id, { year, rank }]) =>
      year === campaign.year - 1 && rank !== null ? [[id, rank] as const] : [],
    ),
  );
  const head = await headOf(call, ids[0], asked);
  return {
    title: `Quyết định công bố kết quả - ${campaign.name}`,
    document: {
      kind: "result-decision",
      report: {
        ...head,
        grounds: [],
        results: {
          campaign: { name: campaign.name, year: campaign.year },
          ...describedBy(board.set),
          groups: board.groups.map((group) => groupOf(board, group, ranksBefore)),
          run: { number: run.number, hash: run.resultHash },
        },
      },
    },
  };
}

/** The letterheads of whoever decides and whoever proposes, by the tree in which any of the units stands. */
async function headOf(
  call: LongCall,
  unitId: string | undefined,
  asked: AskedDecision,
): Promise<Pick<ResultDecision, "head" | "authority" | "proposal">> {
  const unit = found(unitId);
  const issuer = await issuingLetterhead(call, asked.issuer, unit, "top");
  const proposer = await issuingLetterhead(call, asked.proposer, unit, "coordinator");
  // What the chairperson decides is signed by the chairperson, not in the committee's name ("TM.").
  const deciding = { ...issuer, signer: { ...issuer.signer, collective: "" } };
  const head = headFor(deciding, asked, call.at);
  return {
    // A decision goes to those whom its last article names, not to those it is addressed to.
    head: { ...head, recipients: head.recipients.map((to) => (to === AS_ABOVE ? AS_ARTICLE : to)) },
    authority: `${issuer.signer.head} ${issuer.fullName}`,
    proposal: {
      by: proposer.body === issuer.body ? PROPOSER : `${proposer.signer.head} ${proposer.body}`,
    },
  };
}

type Results = ResultDecision["results"];

function describedBy(set: CompiledSet): Pick<Results, "set" | "pillars"> {
  const { title, legal_basis: legalBasis, levels } = set.source;
  return {
    set: {
      title,
      legalBasis,
      max: formatExact(set.max),
      levels: levels?.steps.map(({ label }) => label) ?? [],
    },
    pillars: set.pillars.flatMap((index) => {
      const node = set.nodes[index];
      return node === undefined || !node.scored
        ? []
        : [{ label: addressOf(set, node), title: node.title, max: formatExact(node.max) }];
    }),
  };
}

function groupOf(
  board: Board,
  { name, rows }: BoardGroup,
  ranksBefore: ReadonlyMap<string, number>,
): Results["groups"][number] {
  return {
    name,
    units: rows.flatMap((row) => {
      const unit = board.units[row];
      if (unit === undefined) return [];
      const before = ranksBefore.get(unit.id);
      return [
        {
          name: unit.name,
          ...(unit.rank === null ? {} : { rank: unit.rank }),
          total: unit.total,
          pillars: Object.fromEntries(
            board.pillars.flatMap(({ index, code, scored }) => {
              const points = board.at(row, index);
              return points === undefined || !scored ? [] : [[code, pointsText(points)]];
            }),
          ),
          ...(unit.level === null ? {} : { level: unit.level }),
          submitted: unit.submitted,
          ...(before === undefined ? {} : { before }),
        },
      ];
    }),
  };
}
