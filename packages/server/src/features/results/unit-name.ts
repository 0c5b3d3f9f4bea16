/** The name of a unit at the time of a result that kept none. */
import { sql } from "kysely";

/** What a unit was called on a day; its name of today when none is kept for that day. */
export const nameAt = (unit: ReturnType<typeof sql.ref>, day: ReturnType<typeof sql>) => sql<string>`coalesce(
  (select n.name from unit_name n where n.unit_id = ${unit} and n.valid_from <= ${day}
    order by n.valid_from desc limit 1),
  (select w.name from unit w where w.id = ${unit}))`;
