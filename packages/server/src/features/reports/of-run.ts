/** What is put before whoever decides on a campaign's result, and the decision itself: each of one compiled run. */
import type { Letterhead, ResultDecision, ResultReport } from "@opendti/documents";
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
import type { OrderedDocument } from "./order.js";

/** Of a run's documents: who decides, and who proposes; both units. */
export interface AskedOfRun extends Asked {
  readonly issuer?: string | undefined;
  readonly proposer?: string | undefined;
}

const AS_ABOVE = "Như trên";
const AS_ARTICLE = "Như Điều 3";

/** Whoever proposes, where nobody in particular does. */
const PROPOSER = "cơ quan đầu mối đánh giá";

type Results = ResultDecision["results"];

/** Who decides and who proposes, each under its own letterhead. */
interface Sides {
  readonly issuer: Letterhead;
  readonly proposer: Letterhead;
}

/** A document of a run, and what its file is called. */
type DocumentOfRun = (
  sides: Sides,
  results: Results,
  asked: AskedOfRun,
  at: Date,
) => { readonly name: string; readonly document: OrderedDocument };

/** The decision that publishes the result, under the letterhead of whoever decides. */
const resultDecision: DocumentOfRun = ({ issuer, proposer }, results, asked, at) => {
  // What the chairperson decides is signed by the chairperson, not in the committee's name ("TM.").
  const deciding = { ...issuer, signer: { ...issuer.signer, collective: "" } };
  const head = headFor(deciding, asked, at);
  return {
    name: "Quyết định công bố kết quả",
    document: {
      kind: "result-decision",
      report: {
        // A decision goes to those whom its last article names, not to those it is addressed to.
        head: { ...head, recipients: head.recipients.map((to) => (to === AS_ABOVE ? AS_ARTICLE : to)) },
        authority: authorityOf(issuer),
        grounds: [],
        proposal: {
          by: isAlone({ issuer, proposer }) ? PROPOSER : `${proposer.signer.head} ${proposer.body}`,
        },
        results,
      },
    },
  };
};

/** The report of the result, from whoever proposes to whoever decides. */
const resultReport: DocumentOfRun = (sides, results, asked, at) => ({
  name: "Báo cáo kết quả",
  document: { kind: "result-report", report: putForward(sides, results, asked, at) },
});

/** The proposal that the result be published, from whoever proposes to whoever decides. */
const resultProposal: DocumentOfRun = (sides, results, asked, at) => ({
  name: "Tờ trình công bố kết quả",
  document: { kind: "result-proposal", report: putForward(sides, results, asked, at) },
});

const DOCUMENTS = {
  "result-decision": resultDecision,
  "result-report": resultReport,
  "result-proposal": resultProposal,
} as const;
/** What is made of a run. */
export type KindOfRun = keyof typeof DOCUMENTS;

/** Where one agency is both, its own head decides on what it puts forward. */
function putForward(sides: Sides, results: Results, asked: AskedOfRun, at: Date): ResultReport {
  const { issuer, proposer } = sides;
  const to = isAlone(sides) ? authorityOf(issuer) : issuer.fullName;
  return { head: headFor(proposer, asked, at), to: [to], results };
}

const isAlone = ({ issuer, proposer }: Sides): boolean => proposer.body === issuer.body;

const authorityOf = ({ signer, fullName }: Letterhead): string => `${signer.head} ${fullName}`;

/** One of a run's documents, for those who see the run on their screen. @throws {Problem} `forbidden`, `not-found`. */
export async function loadDocumentOfRun(
  call: LongCall,
  runId: string,
  kind: KindOfRun,
  asked: AskedOfRun,
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
  const results: Results = {
    campaign: { name: campaign.name, year: campaign.year },
    ...describedBy(board.set),
    groups: board.groups.map((group) => groupOf(board, group, ranksBefore)),
    run: { number: run.number, hash: run.resultHash },
  };
  const { name, document } = DOCUMENTS[kind](await sidesOf(call, ids[0], asked), results, asked, call.at);
  return { title: `${name} - ${campaign.name}`, document };
}

/** By the tree in which any of the units stands, where nobody was chosen. */
async function sidesOf(call: LongCall, unitId: string | undefined, asked: AskedOfRun): Promise<Sides> {
  const unit = found(unitId);
  return {
    issuer: await issuingLetterhead(call, asked.issuer, unit, "top"),
    proposer: await issuingLetterhead(call, asked.proposer, unit, "coordinator"),
  };
}

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
