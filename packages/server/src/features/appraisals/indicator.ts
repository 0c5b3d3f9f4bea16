/** All that an appraiser looks at beside one indicator. */
import { type Explanation, exact, explainNode, formatExact, type Message } from "@opendti/engine";
import type { Call } from "../../http/call.js";
import { found } from "../../http/endpoint.js";
import { type Answer, listAnswers, type StoredValue } from "../answers/repository.js";
import { type CheckListFinding, checkList } from "../assessments/check-list.js";
import { loadSetOf } from "../assessments/load-set.js";
import { carriedCodes } from "../assessments/past.js";
import { findPast } from "../assessments/past-repository.js";
import { addressOf, summarise } from "../assessments/scoring.js";
import { type Evidence, listAllEvidence } from "../evidence/repository.js";
import type { QueryView } from "../queries/query.js";
import { queriesOf } from "../queries/reading.js";
import type { Appraisal, AppraisalItem, Inputs, Person, Status } from "./appraisal.js";
import { type Items, itemsOf } from "./items.js";
import { type GroupView, groupOf } from "./peers.js";
import { listSimilar, type Similar } from "./peers-repository.js";
import { listHistory } from "./repository.js";
import { titleOf } from "./scopes.js";
import { declaredByCode, scoreTheRest } from "./scores.js";
import { ownUnderAppraisal } from "./sight.js";
import { type Bench, bench } from "./standing.js";
import { inputsIn, labelOf } from "./values.js";
import { finalOf, shownCodes } from "./viewing.js";

const MOST_HISTORY = 100;
const MOST_SIMILAR = 50;

export interface Explained {
  readonly code: string;
  readonly title: string;
  readonly max: string;
  readonly status: Status;
  readonly score: string;
  readonly why: Message;
  readonly steps: readonly Message[];
}

export interface IndicatorView extends AppraisalItem {
  readonly assessmentId: string;
  readonly title: string;
  /** Of the run that is approved; null until then. */
  readonly finalScore: string | null;
  readonly declared: readonly {
    readonly input: string;
    readonly label: string;
    readonly value: StoredValue | null;
    readonly by: Person | null;
    readonly at: Date | null;
  }[];
  readonly trace: { readonly declared: Explained; readonly appraised: Explained | null };
  readonly checks: readonly CheckListFinding[];
  readonly evidence: readonly (Evidence & { readonly queryId: string | null })[];
  readonly previous: {
    readonly year: number;
    readonly score: string | null;
    readonly max: string;
    readonly answers: Inputs;
  } | null;
  readonly group: GroupView | null;
  readonly queries: readonly QueryView[];
  readonly history: readonly Appraisal[];
  readonly similar: readonly Similar[];
}

/**
 * One indicator. The unit's own people are not told of its group, nor of its judgement before they may be.
 * @throws {Problem} `not-found`
 */
export async function getIndicator(call: Call, id: string, asked: string): Promise<IndicatorView> {
  const here = await bench(call, id);
  const { assessment, loaded } = here;
  const { set } = loaded;
  const index = found(set.nodeOf.get(asked));
  const code = addressOf(set, found(set.nodes[index]));
  const answers = await listAnswers(call.db, id);
  const items = await itemsOf(call, here, answers, true);
  const shown = await shownCodes(call, here);
  const told = shown === null || shown.has(code);
  const evidence = await listAllEvidence(call.db, id, code);
  if (!here.unitSide) await scoreTheRest(call, assessment.campaign, set);
  return {
    ...(told ? items.item(code) : items.untold(code)),
    assessmentId: id,
    title: titleOf(set, code),
    finalScore: (await finalOf(call, here))?.scores[code] ?? null,
    declared: declaredIn(here, code, answers),
    trace: {
      declared: explained(explainNode(set, items.declared.score, index, items.declared.facts)),
      appraised: told ? appraisedTrace(here, items, index) : null,
    },
    checks: checksOf(here, items, code, evidence),
    evidence,
    previous: await previousOf(call, here, code),
    group: here.unitSide ? null : await groupOf(call, here, code, declaredByCode(answers).get(code) ?? {}),
    queries: await queriesOf(call, id, code),
    history: told ? await listHistory(call.db, id, code, MOST_HISTORY) : [],
    similar: here.unitSide ? [] : await similarTo(call, here, code),
  };
}

function declaredIn(
  { loaded: { set } }: Bench,
  code: string,
  answers: readonly Answer[],
): IndicatorView["declared"] {
  const own = answers.filter((answer) => answer.code === code && answer.value !== null);
  const given = Object.fromEntries(own.map(({ input, value }) => [input, value]));
  return inputsIn(set, code, given).map((input) => {
    const answer = own.find((one) => one.input === input);
    return {
      input,
      label: labelOf(set, code, input),
      value: answer?.value ?? null,
      by: answer?.by ?? null,
      at: answer?.at ?? null,
    };
  });
}

/** Null while nothing that was judged moves this indicator. */
function appraisedTrace({ loaded: { set } }: Bench, items: Items, index: number): Explained | null {
  const node = set.nodes[index];
  const own = items.declared.score.nodes[index];
  const theirs = items.appraised.score.nodes[index];
  if (node === undefined || own === undefined || theirs === undefined) return null;
  const judged = items.stored.get(addressOf(set, node))?.verdict === "adjusted";
  if (!judged && exact.equal(own.exact, theirs.exact) && own.status === theirs.status) return null;
  return explained(explainNode(set, items.appraised.score, index, items.appraised.facts));
}

const explained = ({ code, title, max, status, score, why, steps }: Explanation): Explained => ({
  code,
  title,
  max: formatExact(max),
  status,
  score: formatExact(score),
  why,
  steps,
});

function checksOf(
  { loaded: { set }, assessment }: Bench,
  items: Items,
  code: string,
  evidence: readonly Evidence[],
): readonly CheckListFinding[] {
  const list = checkList(set, summarise(set, items.declared.facts), evidence, [], assessment.campaign.year);
  return list.findings.filter((finding) => finding.code === code);
}

/** The same indicator in last year's published result: by its key, or the key that it continues. */
async function previousOf(
  call: Call,
  { assessment, loaded: { set } }: Bench,
  code: string,
): Promise<IndicatorView["previous"]> {
  const past = await findPast(call.db, assessment.id);
  if (past === null) return null;
  const before = (await loadSetOf(call, past.set)).set;
  const then = carriedCodes(set, before).get(code);
  const index = then === undefined ? undefined : before.nodeOf.get(then);
  const node = index === undefined ? undefined : before.nodes[index];
  if (then === undefined || node === undefined) return null;
  const own = past.answers.filter(([of]) => of === then);
  return {
    year: past.year,
    score: past.scores[then] ?? null,
    max: formatExact(node.max),
    answers: Object.fromEntries(own.map(([, input, value]) => [input, value])),
  };
}

async function similarTo(call: Call, { assessment }: Bench, code: string): Promise<Similar[]> {
  const { id, campaign, group } = assessment;
  const of = { campaignId: campaign.id, assessmentId: id, group: group?.code ?? null };
  const own = await ownUnderAppraisal(call);
  return (await listSimilar(call.db, of, code, MOST_SIMILAR)).filter(({ unit }) => !own.has(unit.id));
}
