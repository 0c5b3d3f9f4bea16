/** What stands in the side navigation, and for whom. */
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartBar,
  IconChecklist,
  IconClipboardText,
  IconFlag,
  IconHistory,
  IconHome,
  IconListDetails,
  IconMessageQuestion,
  IconUser,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Role } from "../api/contract.js";
import type { TextId } from "../shared/text.js";

/** One entry: where it leads and which roles have it; without roles everybody has. */
export interface Destination {
  to:
    | "/"
    | "/assessments"
    | "/appraisals"
    | "/queries"
    | "/campaigns"
    | "/results"
    | "/plans"
    | "/sets"
    | "/units"
    | "/accounts"
    | "/audit"
    | "/account";
  text: TextId;
  icon: TablerIcon;
  roles?: readonly Role[];
}

const destinations: readonly Destination[] = [
  { to: "/", text: "home.title", icon: IconHome },
  {
    to: "/assessments",
    text: "home.assessments",
    icon: IconClipboardText,
    roles: ["unit-officer", "unit-head", "coordinator", "appraiser", "approver", "observer"],
  },
  {
    to: "/appraisals",
    text: "appraisals.title.queue",
    icon: IconChecklist,
    roles: ["coordinator", "appraiser", "approver", "observer"],
  },
  {
    to: "/queries",
    text: "queries.nav",
    icon: IconMessageQuestion,
    roles: ["unit-officer", "unit-head", "coordinator", "appraiser", "approver", "observer"],
  },
  {
    to: "/campaigns",
    text: "app.to.campaigns",
    icon: IconCalendarEvent,
    roles: ["coordinator", "approver", "observer", "administrator"],
  },
  { to: "/results", text: "app.to.results", icon: IconChartBar },
  {
    to: "/plans",
    text: "app.to.plans",
    icon: IconFlag,
    roles: ["unit-officer", "unit-head", "coordinator", "appraiser", "approver", "observer"],
  },
  { to: "/sets", text: "app.to.sets", icon: IconListDetails },
  {
    to: "/units",
    text: "app.to.units",
    icon: IconBuildingCommunity,
    roles: ["administrator", "coordinator", "observer"],
  },
  { to: "/accounts", text: "app.to.accounts", icon: IconUsers, roles: ["administrator"] },
  {
    to: "/audit",
    text: "app.to.audit",
    icon: IconHistory,
    roles: ["administrator", "observer", "unit-head"],
  },
  { to: "/account", text: "sessions.title", icon: IconUser },
];

/** The entries for somebody with these roles, in the order in which they stand. */
export function destinationsFor(roles: readonly Role[]): Destination[] {
  return destinations.filter(
    ({ roles: needed }) => needed === undefined || needed.some((role) => roles.includes(role)),
  );
}

const APPRAISING = new Set(["appraise", "appraisal", "appraisal-workbook", "appraisers", "consistency"]);
const RESULTS = new Set(["results", "live", "exports"]);

/** The entry that a page belongs to: what is done on it, where its address stands under a campaign or an assessment. */
export function destinationOf(pathname: string): string {
  const [, first = "", , part = ""] = pathname.split("/");
  if ((first === "campaigns" || first === "assessments") && APPRAISING.has(part)) return "/appraisals";
  if (first === "campaigns" && RESULTS.has(part)) return "/results";
  return `/${first}`;
}
