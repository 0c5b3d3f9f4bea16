import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, asForm, take } from "../../api/client.js";
import { ImportPanel } from "../../shared/import-panel.js";
import { PageHeader } from "../../shared/page-header.js";
import { useText } from "../../shared/text.js";

/** Units from an Excel file: checked first, written on confirmation. */
export function UnitImportPage(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  return (
    <>
      <PageHeader
        back={{ to: "/units", label: say("units.title") }}
        title={say("units.importTitle")}
        description={say("units.importDescription")}
      />
      <ImportPanel
        template="/units/import/template"
        send={(file, apply) =>
          take(
            api.POST("/units/import", {
              params: { query: { apply: String(apply) } },
              body: { file },
              bodySerializer: asForm,
            }),
          )
        }
        onApplied={() => void queryClient.invalidateQueries({ queryKey: ["units"] })}
      />
    </>
  );
}
