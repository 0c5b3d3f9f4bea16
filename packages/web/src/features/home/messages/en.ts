/** The home page and the list of assessments. */
import type { home as vi } from "./vi.js";

export const home: Record<keyof typeof vi, string> = {
  "home.title": "Home",
  "home.assessments": "Assessments",
  "home.hello": "Hello, {name}",
  "home.summary":
    "{open, plural, =0 {No assessment is waiting for you.} one {# assessment is waiting for you.} other {# assessments are waiting for you.}}",
  "home.summaryDue":
    "{open, plural, one {# assessment is waiting for you, the nearest: {due}.} other {# assessments are waiting for you, the nearest: {due}.}}",
  "home.due": "To do",
  "home.finished": "Submitted",
  "home.campaigns": "Open campaigns",
  "home.answered": "{answered} of {total} indicators declared",
  "home.mine": "My part: {answered} of {assigned}",
  "home.missing":
    "{count, plural, =0 {All data is there} one {# indicator is missing} other {# indicators are missing}}",
  "home.dueOn": "Due {date}",
  "home.continue": "Go on declaring",
  "home.begin": "Start declaring",
  "home.review": "Review and submit",
  "home.view": "View",
  "home.score": "Self-score",
  "home.empty": "Nothing is due",
  "home.emptyDetail": "When a campaign opens, your unit's assessment appears here.",
  "home.adminTitle": "System administration",
  "home.adminUnits": "Units and their history",
  "home.adminUnitsDetail": "Add, rename, merge; import from Excel.",
  "home.adminAccounts": "Accounts and roles",
  "home.adminAccountsDetail": "Create accounts, reset passwords, disable.",
  "home.adminAudit": "Audit log",
  "home.adminAuditDetail": "Who did what, when, before and after.",
  "home.progressSubmitted": "{submitted} of {total} units submitted",
  "home.progressLate":
    "{count, plural, =0 {No unit is overdue} one {# unit is overdue} other {# units are overdue}}",
  "home.openCampaign": "See the progress",
  "home.unit": "Unit",
  "home.campaign": "Campaign",
  "home.state": "State",
  "home.deadline": "Deadline",
  "home.progress": "Declared",
  "home.points": "Points",
  "home.filter": "Search by unit or campaign",
  "home.allYears": "All years",
  "home.year": "Year",
  "home.noneFound": "No assessment matches",
  "home.assessmentsLead": "The assessments you may view or declare.",
};
