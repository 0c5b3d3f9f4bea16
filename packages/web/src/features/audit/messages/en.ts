/** The audit log. */
import type { audit as vi } from "./vi.js";

export const audit: Record<keyof typeof vi, string> = {
  "audit.title": "Audit log",
  "audit.description": "Who did what, when, from where; open a line to see before and after.",
  "audit.subject": "Search by subject",
  "audit.action": "Action",
  "audit.unit": "Unit",
  "audit.from": "From",
  "audit.to": "To",
  "audit.nobody": "Not signed in",
  "audit.empty": "No entry matches",
  "audit.field": "Field",
  "audit.value": "Value",
  "audit.before": "Before",
  "audit.after": "After",
};
