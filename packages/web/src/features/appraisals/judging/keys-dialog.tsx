/** The keys of the judging screen. */
import type { ReactNode } from "react";
import { KeysDialog } from "../../../shared/keys-dialog.js";

const KEYS = [
  { keys: ["D"], text: "appraisals.action.agree" },
  { keys: ["S"], text: "appraisals.action.adjust" },
  { keys: ["H"], text: "appraisals.action.ask" },
  { keys: ["U"], text: "appraisals.action.takeBack" },
  { keys: ["J", "→"], text: "appraisals.action.next" },
  { keys: ["K", "←"], text: "appraisals.action.before" },
  { keys: ["Ctrl", "Enter"], text: "appraisals.keys.save" },
  { keys: ["Esc"], text: "appraisals.keys.close" },
  { keys: ["?"], text: "appraisals.keys.title" },
] as const;

export const JudgeKeysDialog = (shown: { readonly opened: boolean; onClose(): void }): ReactNode => (
  <KeysDialog title="appraisals.keys.title" keys={KEYS} {...shown} />
);
