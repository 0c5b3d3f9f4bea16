import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";
import { NavigationLinks } from "./navigation-links.js";

/** The navigation on small screens. */
export function NavigationDrawer({ opened, onClose }: { opened: boolean; onClose(): void }): ReactNode {
  const say = useText();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={288}
      title={say("app.name")}
      closeButtonProps={{ "aria-label": say("shared.close") }}
    >
      <NavigationLinks onFollow={onClose} />
    </Drawer>
  );
}
