/** The keys of the judging screen. */
import { Kbd, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { type TextId, useText } from "../../../shared/text.js";
import dialogs from "../../assessments/screen/dialogs.module.css";

const KEYS: readonly { keys: readonly string[]; text: TextId }[] = [
  { keys: ["D"], text: "appraisals.action.agree" },
  { keys: ["S"], text: "appraisals.action.adjust" },
  { keys: ["H"], text: "appraisals.action.ask" },
  { keys: ["U"], text: "appraisals.action.takeBack" },
  { keys: ["J", "→"], text: "appraisals.action.next" },
  { keys: ["K", "←"], text: "appraisals.action.before" },
  { keys: ["Ctrl", "Enter"], text: "appraisals.keys.save" },
  { keys: ["Esc"], text: "appraisals.keys.close" },
  { keys: ["?"], text: "appraisals.keys.title" },
];

/** Opened with "?" or from the foot of the screen. */
export function JudgeKeysDialog({ opened, onClose }: { opened: boolean; onClose(): void }): ReactNode {
  const say = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("appraisals.keys.title")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <dl className={dialogs.keyList}>
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
