/**
 * What is said about documents where none is read or written: deadlines of assignments, letterheads, cells and columns of a form. A
 * door of its own, `@opendti/documents/pure`: a server that answers with these holds no reader and no writer in memory.
 */
export { cellWords } from "./assessment-workbook/field-state.js";
export { type DeadlineState, deadlineState, deadlineStateWords } from "./reports/deadline-state.js";
export { headUnder, type Letterhead, signerOf, usualLetterhead } from "./reports/letterhead.js";
export { columnLetters } from "./xlsx/column-letters.js";
