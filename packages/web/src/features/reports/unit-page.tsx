/** /units/:id/letterhead — how a unit heads and signs everything that is printed for it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, linkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LinkButton } from "../../shared/link-button.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { useHasRole } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import { unitQuery } from "../units/queries.js";
import { useLetterhead } from "./letterhead.js";
import { LetterheadPanel } from "./letterhead-panel.js";
import classes from "./reports.module.css";

const route = getRouteApi("/shell/units/$unitId/letterhead");

export function UnitLetterheadPage(): ReactNode {
  const say = useText();
  const { unitId } = route.useParams();
  const manages = useHasRole("coordinator", "administrator");
  const unit = useQuery(unitQuery(unitId));
  const letterhead = useLetterhead(unitId);
  return (
    <Loaded query={unit}>
      {({ name }) => (
        <div className={classes.page}>
          <PageHeader
            back={{ ...linkOptions({ to: "/units/$unitId", params: { unitId } }), label: name }}
            title={say("reports.letterhead")}
            description={say("reports.letterhead.lead")}
            actions={
              manages && (
                <LinkButton variant="default" to="/report-templates">
                  {say("reports.templates")}
                </LinkButton>
              )
            }
          />
          <LetterheadPanel edited={letterhead} addressed title={name} />
        </div>
      )}
    </Loaded>
  );
}
