import { Kbd, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./keys-dialog.module.css";
import { type TextId, useText } from "./text.js";

interface KeysDialogProps {
  readonly title: TextId;
  readonly keys: readonly { readonly keys: readonly string[]; readonly text: TextId }[];
  readonly opened: boolean;
  onClose(): void;
}

/** The keys of a screen: opened with "?" or from its foot. */
export function KeysDialog({ title, keys, opened, onClose }: KeysDialogProps): ReactNode {
  const say = useText();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say(title)}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <dl className={classes.keys}>
        {keys.map(({ keys: pressed, text }) => (
          <div key={text}>
            <dt>{say(text)}</dt>
            <dd>
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
