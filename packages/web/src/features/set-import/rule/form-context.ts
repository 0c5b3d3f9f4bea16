/** What every box of the rule form has to know. */
import { createContext, useContext } from "react";
import type { Language } from "../../../api/contract.js";
import type { ProfileFact } from "../model/set-source.js";

export interface RuleFormContext {
  readonly language: Language;
  /** What the indicator declares now, also half written. */
  readonly inputs: readonly { readonly id: string; readonly label: string; readonly kind: string }[];
  readonly profile: readonly ProfileFact[];
  /** Saving was tried: empty boxes that must not be empty are told now. */
  readonly strict: boolean;
}

export const FormContext = createContext<RuleFormContext>({
  language: "vi",
  inputs: [],
  profile: [],
  strict: false,
});

export const useRuleForm = (): RuleFormContext => useContext(FormContext);
