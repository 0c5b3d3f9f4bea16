import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, take } from "../../api/client.js";
import type { NewAccount } from "../../api/contract.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { fieldProblemOf } from "./field-problem.js";
import { type DraftGrant, GrantsField, grantsOf } from "./grants-field.js";
import { TemporaryPassword } from "./temporary-password.js";

/** Creates an account with its roles, then shows the temporary password. */
export function NewAccountDialog({ onClose }: { onClose(): void }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const [login, setLogin] = useState("");
  const [displayName, setDisplayName] = useState("");
  const [email, setEmail] = useState("");
  const [drafts, setDrafts] = useState<DraftGrant[]>([{ key: 1, role: "unit-officer", unit: null }]);
  const create = useMutation({
    mutationFn: (body: NewAccount) => take(api.POST("/accounts", { body })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["accounts"] }),
  });
  const grants = grantsOf(drafts);
  // The address of an account is the administrators' to set, and nobody else is told it.
  const administers = useHasRole("administrator");
  const refused = fieldProblemOf(create.error);
  if (create.data !== undefined) {
    return (
      <TemporaryPassword
        login={create.data.account.login}
        password={create.data.temporaryPassword}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      opened
      size="lg"
      title={say("accounts.create")}
      confirm={say("accounts.create")}
      busy={create.isPending}
      disabled={grants === null}
      error={refused === null ? create.error : null}
      onConfirm={() =>
        grants !== null && create.mutate({ login, displayName, grants, ...(email === "" ? {} : { email }) })
      }
      onClose={onClose}
    >
      <TextInput
        label={say("accounts.displayName")}
        description={say("accounts.displayNameHint")}
        required
        withAsterisk={false}
        data-autofocus
        value={displayName}
        onChange={(event) => setDisplayName(event.currentTarget.value)}
      />
      <TextInput
        label={say("accounts.login")}
        required
        withAsterisk={false}
        autoCapitalize="none"
        value={login}
        error={refused?.field === "login" ? refused.detail : null}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      {administers && (
        <TextInput
          type="email"
          label={say("accounts.emailOptional")}
          value={email}
          error={refused?.field === "email" ? refused.detail : null}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      )}
      <GrantsField value={drafts} onChange={setDrafts} />
    </ConfirmDialog>
  );
}
