/** What an account is to those who administer it. Never a password, never a secret. */
import type { Role } from "../../database/schema.js";

/** A role in a unit. */
export interface AccountGrant {
  readonly role: Role;
  readonly unit: { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };
}

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly language: "vi" | "en";
  readonly disabled: boolean;
  /** `idle`: nobody used it for long. `administrator`, `unit-head`: who disabled it. */
  readonly disabledReason: string | null;
  readonly totpEnabled: boolean;
  readonly mustChangePassword: boolean;
  /** Signs in through the identity provider too. */
  readonly vouched: boolean;
  readonly lockedUntil: string | null;
  readonly lastSignInAt: string | null;
  readonly grants: readonly AccountGrant[];
  readonly version: number;
}

/** A role in a unit as it is asked for. */
export interface GrantDraft {
  readonly role: Role;
  readonly unitId: string;
}

/** The roles as people call them. */
export const roleNames: Readonly<Record<Role, { readonly vi: string; readonly en: string }>> = {
  administrator: { vi: "Quản trị", en: "Administrator" },
  coordinator: { vi: "Cơ quan đầu mối", en: "Coordinator" },
  appraiser: { vi: "Thẩm định viên", en: "Appraiser" },
  approver: { vi: "Lãnh đạo phê duyệt", en: "Approver" },
  "unit-officer": { vi: "Cán bộ kê khai", en: "Unit officer" },
  "unit-head": { vi: "Lãnh đạo đơn vị", en: "Unit head" },
  observer: { vi: "Lãnh đạo tỉnh", en: "Observer" },
};
