import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Role, UnitName } from "../../api/contract.js";
import { useText } from "../../shared/text.js";
import { UnitSelect } from "../../shared/unit-select.js";
import classes from "./grants-field.module.css";
import { roles } from "./queries.js";

/** A role in a unit while it is being chosen; `key` tells rows apart. */
export interface DraftGrant {
  key: number;
  role: Role;
  unit: UnitName | null;
}

/** The grants that are complete, as the server takes them; null while one lacks its unit. */
export function grantsOf(drafts: readonly DraftGrant[]): { role: Role; unitId: string }[] | null {
  const grants = drafts.flatMap(({ role, unit }) => (unit === null ? [] : [{ role, unitId: unit.id }]));
  return grants.length === drafts.length ? grants : null;
}

/** The roles of an account, each in one unit; several are allowed. */
export function GrantsField(props: { value: DraftGrant[]; onChange(grants: DraftGrant[]): void }): ReactNode {
  const say = useText();
  const { value, onChange } = props;
  const change = (key: number, part: Partial<DraftGrant>): void =>
    onChange(value.map((grant) => (grant.key === key ? { ...grant, ...part } : grant)));
  const add = (): void =>
    onChange([
      ...value,
      { key: Math.max(0, ...value.map(({ key }) => key)) + 1, role: "unit-officer", unit: null },
    ]);
  return (
    <fieldset className={classes.grants}>
      <legend className={classes.legend}>{say("accounts.grants")}</legend>
      {value.map(({ key, role, unit }) => (
        <div key={key} className={classes.grant}>
          <Select
            label={say("accounts.role")}
            allowDeselect={false}
            data={roles.map((one) => ({ value: one, label: say(`shared.role.${one}`) }))}
            value={role}
            onChange={(chosen) => chosen !== null && change(key, { role: chosen })}
          />
          <UnitSelect
            label={say("accounts.inUnit")}
            value={unit}
            onChange={(of) => change(key, { unit: of })}
            required
          />
          <ActionIcon
            variant="default"
            size="input-sm"
            aria-label={say("accounts.removeGrant", { role: say(`shared.role.${role}`) })}
            onClick={() => onChange(value.filter((grant) => grant.key !== key))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {say("accounts.addGrant")}
        </Button>
      </div>
    </fieldset>
  );
}
