/** The keys of this screen. */
import { Kbd, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import { quietHeader } from "./dialog-header.js";
import classes from "./dialogs.module.css";

const KEYS: readonly { keys: readonly string[]; text: TextId }[] = [
  { keys: ["Alt", "↓"], text: "assessments.step.on" },
  { keys: ["Alt", "↑"], text: "assessments.step.back" },
  { keys: ["/"], text: "assessments.nav.search" },
  { keys: ["Ctrl", "Enter"], text: "assessments.keys.addEvidence" },
  { keys: ["?"], text: "assessments.keys.title" },
];

/** Opened with "?" or from the foot of the screen. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose(): void }): ReactNode {
  const say = useText();
  return (
    <Modal
      attributes={quietHeader}
      opened={opened}
      onClose={onClose}
      title={say("assessments.keys.title")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <dl className={classes.keyList}>
        {KEYS.map(({ keys, text }) => (
          <div key={text}>
            <dt>{say(text)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
