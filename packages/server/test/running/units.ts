/** A small province for tests. */
import type { Connection } from "../../src/database/connection.js";

export interface SmallProvince {
  readonly province: string;
  /** Two departments; the first has two rooms. */
  readonly department: string;
  readonly other: string;
  readonly room: string;
  readonly secondRoom: string;
  readonly commune: string;
}

export async function smallProvince(db: Connection): Promise<SmallProvince> {
  await db
    .insertInto("unit_kind")
    .values([
      { kind: "tinh", name: "Tỉnh", level: 1 },
      { kind: "so-nganh", name: "Sở, ban, ngành", level: 2 },
      { kind: "xa", name: "Xã", level: 2 },
      { kind: "phong", name: "Phòng", level: 3 },
    ])
    .execute();
  const add = async (code: string, kind: string, name: string, parent: string | null): Promise<string> => {
    const { id } = await db
      .insertInto("unit")
      .values({ code, kind, name, short_name: name, parent_id: parent, valid_from: "2025-07-01" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("unit_name")
      .values({ unit_id: id, name, short_name: name, valid_from: "2025-07-01" })
      .execute();
    return id;
  };
  const province = await add("tinh-minh-hoa", "tinh", "Tỉnh Minh Họa", null);
  const department = await add("so-mot", "so-nganh", "Sở Một", province);
  return {
    province,
    department,
    other: await add("so-hai", "so-nganh", "Sở Hai", province),
    room: await add("so-mot-phong-a", "phong", "Phòng A", department),
    secondRoom: await add("so-mot-phong-b", "phong", "Phòng B", department),
    commune: await add("xa-mot", "xa", "Xã Một", province),
  };
}
