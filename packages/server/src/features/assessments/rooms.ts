/** The rooms of an assessed unit that somebody declares in, found from the person: few have more than one role. */

/**
 * SQL of a JSON list of ids, for a statement that has the assessment as `a`. It looks up from the account's own units
 * one by one; as a join it would read all units.
 * @param account the parameter that holds the account's id.
 */
export const roomsOf = (account: string): string => `(
  with recursive above (own, id) as (
    select r.unit_id, r.unit_id from role_grant r
      where r.account_id = ${account} and r.role in ('unit-officer', 'unit-head')
    union
    select b.own, (select w.parent_id from unit w where w.id = b.id)
      from above b where b.id is not null and b.id <> a.unit_id
  ) select coalesce(json_agg(own), '[]') from above where id = a.unit_id and own <> a.unit_id)`;
