/** What a sentence is about: one node of one unit, in one language. */
import type { Language } from "../message.js";
import type { CompiledSet, Node } from "../plan/compiled.js";
import type { NodeScore, UnitFacts, UnitScore } from "../score/unit.js";
import type { Reading } from "./reading.js";

export interface View {
  readonly set: CompiledSet;
  readonly node: Node;
  readonly own: NodeScore;
  readonly score: UnitScore;
  readonly facts: UnitFacts;
  readonly reading: Reading;
  readonly language: Language;
}
