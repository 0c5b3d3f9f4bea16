/** An administrator with one-time codes on, signed in: without them it may do nothing but set them up. */
import type { Person, RunningApp } from "./app.js";

export async function administrator(app: RunningApp, login: string, unitId: string): Promise<Person> {
  const id = await app.account(login);
  // Signed in first: the sign-in of an account with codes would ask for one.
  const person = await app.signedIn(login);
  await app.db
    .updateTable("account")
    .set({ totp_secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", totp_enabled_at: app.clock.now })
    .where("id", "=", id)
    .execute();
  await app.db
    .insertInto("role_grant")
    .values({ account_id: id, unit_id: unitId, role: "administrator" })
    .execute();
  return person;
}
