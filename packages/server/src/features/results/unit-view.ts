/** Which unit of which edition is looked at, and how closely. */
import type { Language } from "@opendti/engine";
import type { Board } from "./board.js";
import type { Edition } from "./repository.js";

export interface UnitView {
  readonly edition: Edition;
  readonly board: Board;
  readonly row: number;
  readonly language: Language;
  /** For the unit's own people and those who see all: what was declared, why, and what became of it. */
  readonly close: boolean;
}
