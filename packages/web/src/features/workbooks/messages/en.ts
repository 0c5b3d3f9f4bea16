/** Filling in by workbook: one assessment's, a campaign's, an appraiser's. */
import type { workbooks as vi } from "./vi.js";

export const workbooks: Record<keyof typeof vi, string> = {
  "workbooks.title": "Fill in with Excel",
  "workbooks.lead":
    "Download the workbook, fill it in even without a connection, and send it back. The assessment changes only when you take the cells.",
  "workbooks.back": "Back to the assessment",
  "workbooks.get": "Download",
  "workbooks.download": "Download the workbook",
  "workbooks.downloadNote":
    "A sheet for each pillar; cells to fill in are open, the others are locked. Provisional points show in Excel.",
  "workbooks.downloadPart": "Only the cells of indicators assigned to you are open.",
  "workbooks.readOnly": "The assessment is not open for declaring: the workbook is for reading only.",
  "workbooks.send": "Send the filled-in file back",
  "workbooks.drop": "Drop the filled-in file here",
  "workbooks.formats": "An .xlsx from this page, filled in with Excel, LibreOffice or Google Sheets",
  "workbooks.choose": "Choose a file",
  "workbooks.reading": "Reading {name}…",
  "workbooks.fileAt": "{name} · read at {at}",
  "workbooks.notes": "About the file",
  "workbooks.summary": "What was read",
  "workbooks.differences":
    "{count, plural, =0 {No cell differs from the system} one {# cell differs from the system} other {# cells differ from the system}}",
  "workbooks.same": "{count, number} cells as stored",
  "workbooks.untouched": "{count, number} cells not edited in the file keep the newer value of the system",
  "workbooks.absent": "{count, number} fields are no longer in the file and stay as they are",
  "workbooks.nothing": "The file says nothing new",
  "workbooks.state.fault": "Not readable",
  "workbooks.state.changed": "Changed",
  "workbooks.state.new": "New",
  "workbooks.state.conflict": "The system has a newer value",
  "workbooks.state.clears": "Cells emptied",
  "workbooks.state.closed": "Cannot be taken",
  "workbooks.state.same": "Taken",
  "workbooks.note.fault": "Mend these cells in the file and send it again, or choose others to take first.",
  "workbooks.note.conflict":
    "Somebody changed these after the workbook was downloaded. Choose one only if the file's value is to replace the stored one.",
  "workbooks.note.clears": "Empty in the file. Choose one only to delete the stored value.",
  "workbooks.note.closed":
    "Not assigned to you, handed over by the room already, or the assessment is not open any more.",
  "workbooks.cell": "Sheet “{sheet}”, cell {cell}",
  "workbooks.empty": "(empty)",
  "workbooks.from": "stored:",
  "workbooks.to": "in the file:",
  "workbooks.savedBy": "saved by {name} at {at}",
  "workbooks.mark": "Not applicable",
  "workbooks.evidence": "Evidence",
  "workbooks.chooseAll": "Choose all",
  "workbooks.chooseNone": "Choose none",
  "workbooks.chosen": "{count, number} of {of, number} cells chosen",
  "workbooks.total": "Total {before} → {after}",
  "workbooks.take":
    "{count, plural, =0 {Take chosen cells} one {Take # chosen cell} other {Take # chosen cells}}",
  "workbooks.taken": "{count, plural, one {# entry} other {# entries}} taken.",
  "workbooks.more": "{count, plural, one {Show # more cell} other {Show # more cells}}",
  "workbooks.faultsFirst":
    "{count, plural, one {# cell} other {# cells}} cannot be read, so none is chosen yet. Mend the file and send it again, or choose yourself which cells to take.",
  "workbooks.campaign.link": "Data in Excel",
  "workbooks.campaign.title": "Declared data in Excel",
  "workbooks.campaign.lead": "Every unit's data in one workbook, to read, compare and add up.",
  "workbooks.campaign.note":
    "A sheet for each pillar, a row for each unit. Cells of units that you declare for are open, the others are locked.",
  "workbooks.campaign.closed":
    "A unit declares its own data, the coordinating department does not declare for it; or the assessment is not open any more.",
  "workbooks.appraisal.title": "Appraise with Excel",
  "workbooks.appraisal.lead":
    "Download the indicators assigned to you, judge them in Excel and send the file back. A judgement stands only when you take it.",
  "workbooks.appraisal.note":
    "A row for each indicator of each unit: data, evidence, self-score, verdict, reason.",
  "workbooks.appraisal.closed": "Not submitted, appraised to its end, or past the deadline for appraising.",
  "workbooks.verdict.none": "not judged",
  "workbooks.verdict.agreed": "agreed",
  "workbooks.verdict.adjusted": "adjusted: {to} ({reason})",
  "workbooks.verdict.points": "{points} points",
};
