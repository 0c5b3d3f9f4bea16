/** Keeps the ranks of a live group true after changes, touching only the places that move. */
import { compare } from "../numbers/rational.js";
import type { LiveGroup } from "./live-group.js";
import { fromTheTop, isSimple, NEAR_TOTAL } from "./ranking.js";
import type { CampaignState } from "./state.js";

/** Orders two members: negative when the first ranks before the second, zero when they tie. */
export type MemberOrder = (a: number, b: number) => number;

export function memberOrder(run: CampaignState, group: LiveGroup): MemberOrder {
  const { set } = run;
  const exact = set.rankOn === "exact";
  const { total, exactTotal, ticks, size, rows } = group;
  return (a, b) => {
    if (exact) {
      const difference = (exactTotal[b] as number) - (exactTotal[a] as number);
      if (Math.abs(difference) > NEAR_TOTAL) return difference;
      const order = compare(
        run.exactUnit(rows[b] as number).exactTotal,
        run.exactUnit(rows[a] as number).exactTotal,
      );
      if (order !== 0) return order;
    } else {
      const difference = (total[b] as number) - (total[a] as number);
      if (difference !== 0) return difference;
    }
    for (const node of set.tieBreak) {
      const difference = (ticks[node * size + b] as number) - (ticks[node * size + a] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Puts all members in order and ranks them. */
export function rankMembers(run: CampaignState, group: LiveGroup): void {
  const members: number[] = [];
  for (let member = 0; member < group.size; member += 1) {
    if (group.isRanked(member)) members.push(member);
    else {
      group.rank[member] = 0;
      group.placeOf[member] = -1;
    }
  }
  group.order = Int32Array.from(members);
  sortMembers(run, group);
}

/** Moves one member to its place after its total changed; who got another rank stands in group.moved. */
export function moveMember(group: LiveGroup, order: MemberOrder, member: number): void {
  group.movedCount = 0;
  const { order: members, placeOf } = group;
  const old = placeOf[member] as number;
  let place = old;
  while (place > 0 && order(member, members[place - 1] as number) < 0) {
    members[place] = members[place - 1] as number;
    place -= 1;
  }
  while (place < members.length - 1 && order(members[place + 1] as number, member) < 0) {
    members[place] = members[place + 1] as number;
    place += 1;
  }
  members[place] = member;
  renumber(group, order, Math.min(old, place), Math.max(old, place) + 1);
}

/** Groups of more members are sorted afresh when all moved: insertion has a jump for each move that cannot be foreseen. */
const FEW = 300;

/** Moves that insertion may make for each member on average; when it comes to more, sorting afresh is cheaper. */
const MOVES_EACH = 4;

/** Totals by place, of the group that is being put in order. */
const totals = new Int32Array(FEW);

/** Restores the order after many members moved; in a small group by insertion, since most keep their place or nearly. */
export function moveAll(run: CampaignState, group: LiveGroup): void {
  if (isSimple(run) && group.size <= FEW && insertAll(group)) renumberByTotals(group);
  else sortMembers(run, group);
}

/** Puts the members in order, and their totals beside them; false when too many are far from their place, and some still are. */
function insertAll({ order: members, total }: LiveGroup): boolean {
  const keys = totals;
  let moves = members.length * MOVES_EACH;
  let before = Number.POSITIVE_INFINITY;
  for (let place = 0; place < members.length; place += 1) {
    const member = members[place] as number;
    const own = total[member] as number;
    if (own <= before) {
      keys[place] = own;
      before = own;
      continue;
    }
    let to = place;
    do {
      members[to] = members[to - 1] as number;
      keys[to] = keys[to - 1] as number;
      to -= 1;
    } while (to > 0 && own > (keys[to - 1] as number));
    members[to] = member;
    keys[to] = own;
    moves -= place - to;
    if (moves < 0) return false;
  }
  return true;
}

/** Sorts and ranks the members that take part. */
function sortMembers(run: CampaignState, group: LiveGroup): void {
  const { order: members, total } = group;
  if (isSimple(run)) {
    if (members.length === group.size) group.order.set(fromTheTop(total));
    else {
      const order = fromTheTop(Int32Array.from(members, (member) => total[member] as number));
      group.order = order.map((place) => members[place] as number);
    }
    renumberByTotals(group);
  } else {
    const order = memberOrder(run, group);
    members.sort(order);
    group.movedCount = 0;
    renumber(group, order, 0, members.length);
  }
}

/** Numbers all places where rank follows from whole totals alone; who moved is told by what the group remembers. */
function renumberByTotals(group: LiveGroup): void {
  const { order: members, placeOf, rank, total } = group;
  let before = Number.NaN;
  let next = 0;
  for (let place = 0; place < members.length; place += 1) {
    const member = members[place] as number;
    const own = total[member] as number;
    if (own !== before) next = place + 1;
    before = own;
    placeOf[member] = place;
    rank[member] = next;
  }
  group.movedCount = 0;
}

/** Numbers places from..to-1, and the tie that reaches beyond them. */
function renumber(group: LiveGroup, order: MemberOrder, from: number, to: number): void {
  const { order: members, placeOf, rank } = group;
  let first = from;
  while (
    first > 0 &&
    first < members.length &&
    order(members[first - 1] as number, members[first] as number) === 0
  )
    first -= 1;
  for (let place = first; place < members.length; place += 1) {
    const member = members[place] as number;
    const before = place === 0 ? undefined : (members[place - 1] as number);
    const tied = before !== undefined && order(before, member) === 0;
    const next = tied ? (rank[before] as number) : place + 1;
    if (place >= to && next === rank[member]) break;
    placeOf[member] = place;
    if (next === rank[member]) continue;
    group.moved[group.movedCount] = member;
    group.movedFrom[group.movedCount] = rank[member] as number;
    group.movedCount += 1;
    rank[member] = next;
  }
}
