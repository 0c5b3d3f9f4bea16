import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, asForm, take } from "../../api/client.js";
import { ImportPanel } from "../../shared/import-panel.js";
import { PageHeader } from "../../shared/page-header.js";
import { useText } from "../../shared/text.js";

/** Accounts from an Excel file: checked first, written on confirmation. */
export function AccountImportPage(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  return (
    <>
      <PageHeader
        back={{ to: "/accounts", label: say("accounts.title") }}
        title={say("accounts.importTitle")}
        description={say("accounts.importDescription")}
      />
      <ImportPanel
        template="/accounts/import/template"
        send={(file, apply) =>
          take(
            api.POST("/accounts/import", {
              params: { query: { apply: String(apply) } },
              body: { file },
              bodySerializer: asForm,
            }),
          )
        }
        onApplied={() => void queryClient.invalidateQueries({ queryKey: ["accounts"] })}
      />
    </>
  );
}
