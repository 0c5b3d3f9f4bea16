/**
 * A whole assessment in one prepared statement: what decides about it as columns, and the long lists packed, so that
 * what is JSON in the database is sent on unread (written.ts).
 */
import { packed } from "../../database/packed-rows.js";
import { Prepared, type Runner } from "../../database/prepared.js";
import type { AssessmentState } from "../../database/schema.js";
import type { StoredValue } from "../answers/repository.js";
import { roomsOf } from "./rooms.js";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Person {
  readonly id: string;
  readonly displayName: string;
}

/** Last year's published result of the unit, or of the one unit that it continues. */
export interface PastRow {
  readonly campaignId: string;
  readonly year: number;
  readonly set: { readonly id: string; readonly version: number; readonly hash: string };
  readonly group: string | null;
  readonly scores: Readonly<Record<string, string>>;
  readonly answers: readonly (readonly [code: string, input: string, value: StoredValue])[];
}

export interface WholeRow {
  readonly id: string;
  readonly version: number;
  readonly revision: string;
  readonly state: AssessmentState;
  readonly campaign_id: string;
  readonly campaign_name: string;
  readonly year: number;
  readonly status: "preparing" | "open" | "closed";
  readonly unit_id: string;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly kind: string;
  readonly group_code: string | null;
  readonly group_name: string | null;
  readonly set_id: string;
  readonly set_version: number;
  readonly hash: string;
  readonly title: string;
  readonly opens_at: Date | null;
  readonly due_at: Date;
  readonly extended_to: Date | null;
  /** Those below the assessed unit in which the account declares. */
  readonly own_rooms: readonly string[];
  readonly assignments: readonly {
    readonly code: string;
    readonly unit: Named | null;
    readonly account: Person | null;
  }[];
  readonly parts: readonly {
    readonly unit: Named;
    readonly state: "declaring" | "handed-over";
    readonly reason: string | null;
    readonly by: Person | null;
    readonly at: string | null;
  }[];
  readonly comments: Readonly<Record<string, number>>;
  readonly seal: {
    readonly hash: string;
    readonly total: string;
    readonly max: string;
    readonly by: Person | null;
    readonly at: string;
  } | null;
  /** The last step on its way. */
  readonly step: { readonly reason: string | null; readonly by: Person | null; readonly at: string } | null;
  readonly past: PastRow | null;
  /** Rows of code, input, value, version, author and moment; see packed-rows.ts. */
  readonly answers: string | null;
  /** Rows of id, code, version, author, moment and item. */
  readonly evidence: string | null;
  /** Names by the ids of those authors. */
  readonly authors: Readonly<Record<string, string>>;
  /** JSON, as text. */
  readonly people: string;
}

/** A moment as `Date.toISOString` has it. */
const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (account: string) =>
  `case when ${account}.id is null then null else json_build_object('id', ${account}.id, 'displayName', ${account}.display_name) end`;
const unit = (alias: string) =>
  `case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`;

/** Who gave it; empty: nobody. */
const BY = (row: string) => `coalesce(${row}.by_id::text, '')`;

const ASSIGNMENTS = `(
  select coalesce(json_agg(json_build_object('code', g.code, 'unit', ${unit("w")}, 'account', ${person("b")}) order by g.code), '[]')
  from assignment g left join unit w on w.id = g.unit_id left join account b on b.id = g.account_id
  where g.assessment_id = a.id)`;

const PARTS = `(
  select coalesce(json_agg(json_build_object('unit', ${unit("w")}, 'state', coalesce(p.state, 'declaring'),
    'reason', p.reason, 'by', ${person("b")}, 'at', ${moment("p.at")}) order by w.id), '[]')
  from (select distinct unit_id from assignment where assessment_id = a.id) g
  join unit w on w.id = g.unit_id
  left join assessment_part p on p.assessment_id = a.id and p.unit_id = w.id
  left join account b on b.id = p.by_id)`;

const PEOPLE = `(
  select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'officers', (
    select coalesce(json_agg(json_build_object('id', b.id, 'displayName', b.display_name) order by b.display_name), '[]')
    from role_grant r join account b on b.id = r.account_id
    where r.unit_id = w.id and r.role = 'unit-officer' and b.disabled_at is null
  )) order by w.id = a.unit_id desc, w.name collate "vi-x-icu"), '[]')
  from (select * from unit where id = a.unit_id union all select * from unit where parent_id = a.unit_id) w
  where w.valid_to is null)::text`;

// Of several merged units none is "last year's value"; of one renamed or replaced, it is.
export const PAST = `(
  select json_build_object('campaignId', r.campaign_id, 'year', y.year, 'group', r.group_code, 'scores', r.scores,
    'set', json_build_object('id', z.id, 'version', z.version, 'hash', z.hash),
    'answers', (select coalesce(json_agg(json_build_array(o.code, o.input, o.value)), '[]')
      from assessment e join answer o on o.assessment_id = e.id
      where e.campaign_id = r.campaign_id and e.unit_id = r.unit_id and o.value is not null))
  from published_result r
  join campaign y on y.id = r.campaign_id
  join indicator_set z on z.id = y.set_id and z.version = y.set_version
  where y.year < c.year and r.unit_id in (
    select a.unit_id
    union all select (array_agg(q.predecessor_id))[1] from unit_succession q
      where q.successor_id = a.unit_id having count(*) = 1)
  order by y.year desc, r.unit_id = a.unit_id desc limit 1)`;

const whole = new Prepared<WholeRow, [id: string, account: string]>(
  "assessment-whole",
  () => `
    select a.id, a.version, a.revision, a.state, a.campaign_id, c.name as campaign_name, c.year, c.status,
      a.unit_id, u.code as unit_code, u.name as unit_name, u.kind, g.code as group_code, g.name as group_name,
      s.id as set_id, s.version as set_version, s.hash, s.title, t.opens_at, t.due_at,
      (select e.due_at from extension e
        where e.campaign_id = a.campaign_id and e.unit_id = a.unit_id and e.stage = 'declare'
        order by e.granted_at desc, e.id limit 1) as extended_to,
      ${roomsOf("$2")} as own_rooms,
      ${ASSIGNMENTS} as assignments,
      ${PARTS} as parts,
      ${PEOPLE} as people,
      (select coalesce(json_object_agg(n.code, n.count), '{}')
        from (select code, count(*) from comment where assessment_id = a.id group by code) n) as comments,
      (select json_build_object('hash', l.hash, 'total', l.total, 'max', l.max, 'by', ${person("b")}, 'at', ${moment("l.at")})
        from seal l left join account b on b.id = l.by_id
        where l.assessment_id = a.id order by l.at desc limit 1) as seal,
      (select json_build_object('reason', p.reason, 'by', ${person("b")}, 'at', ${moment("p.at")})
        from assessment_step p left join account b on b.id = p.by_id
        where p.assessment_id = a.id order by p.id desc limit 1) as step,
      ${PAST} as past,
      (select ${packed(["o.code", "o.input", "coalesce(o.value::text, 'null')", "o.version", BY("o"), "o.at"], "o.code, o.input")}
        from answer o where o.assessment_id = a.id) as answers,
      (select ${packed(["e.id", "e.code", "e.version", BY("e"), "e.at", "e.item::text"], "e.code, e.place, e.id")}
        from evidence e
        where e.assessment_id = a.id and e.removed_at is null and e.query_id is null) as evidence,
      (select coalesce(json_object_agg(b.id, b.display_name), '{}') from account b where b.id = any(array(
        select by_id from answer where assessment_id = a.id
        union select by_id from evidence where assessment_id = a.id))) as authors
    from assessment a
    join campaign c on c.id = a.campaign_id
    join indicator_set s on s.id = c.set_id and s.version = c.set_version
    join unit u on u.id = a.unit_id
    join campaign_unit m on m.campaign_id = a.campaign_id and m.unit_id = a.unit_id
    join campaign_stage t on t.campaign_id = a.campaign_id and t.stage = 'declare'
    left join campaign_group g on g.campaign_id = m.campaign_id and g.code = m.group_code
    where a.id = $1`,
);

/** Everything that the declaring screen shows of an assessment, and the rooms in which the account declares. */
export function findWhole(on: Runner, id: string, account: string): Promise<WholeRow | undefined> {
  return whole.first(on, [id, account]);
}
