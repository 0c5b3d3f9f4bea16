/** What stands beside every intermediate result: whether there is one. The graver is the greater, as in the engine. */
import { type Expression, num } from "./expression.js";

export const SCORED = 0;
/** Provisional: the group decides later. */
export const PENDING = 1;
export const MISSING = 2;
/** 0/0, or no band fits. */
export const UNDEFINED = 3;
export const NOT_APPLICABLE = 4;
/** An input cell does not hold what it asks for. */
export const UNREADABLE = 8;
/** More digits than a spreadsheet computes with exactly. */
export const BEYOND = 9;

/** Of conditions. */
export const NO = 0;
export const YES = 1;
export const UNKNOWN = 2;

export const status = (code: number): Expression<number> => num(code);
