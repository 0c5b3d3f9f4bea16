/** Lets go of a value that the server does not take; asked first, because what was typed is gone then. */
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { useText } from "../../../shared/text.js";
import { type Edit, fieldKey } from "../drafts/edit.js";
import { useDeclaration } from "../screen/declaration.js";

/** Brings back what the server holds. */
export function DiscardEdit({ edit }: { edit: Edit }): ReactNode {
  const say = useText();
  const { store } = useDeclaration();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" size="compact-xs" ml={-6} onClick={() => setAsking(true)}>
        {say("assessments.field.discard")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={say("assessments.field.discardTitle")}
        confirm={say("assessments.field.discard")}
        danger
        onConfirm={() => store.discard(fieldKey(edit.code, edit.input))}
        onClose={() => setAsking(false)}
      >
        <p>{say("assessments.field.discardText")}</p>
      </ConfirmDialog>
    </>
  );
}
