/** The keys of this screen. */
import type { ReactNode } from "react";
import { KeysDialog } from "../../../shared/keys-dialog.js";

const KEYS = [
  { keys: ["Alt", "↓"], text: "assessments.step.on" },
  { keys: ["Alt", "↑"], text: "assessments.step.back" },
  { keys: ["/"], text: "assessments.nav.search" },
  { keys: ["Ctrl", "Enter"], text: "assessments.keys.addEvidence" },
  { keys: ["?"], text: "assessments.keys.title" },
] as const;

export const ShortcutsDialog = (shown: { readonly opened: boolean; onClose(): void }): ReactNode => (
  <KeysDialog title="assessments.keys.title" keys={KEYS} {...shown} />
);
