import { IconCloudOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { isReachable, watchConnection } from "../../api/connection.js";
import { useText } from "../../shared/text.js";
import classes from "./shell.module.css";

/** Says when nothing answers; once something does again, what could not be read is read. */
export function ConnectionBanner(): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const reachable = useSyncExternalStore(watchConnection, isReachable);
  const before = useRef(reachable);
  useEffect(() => {
    if (reachable && !before.current) void queryClient.refetchQueries({ type: "active", stale: true });
    before.current = reachable;
  }, [reachable, queryClient]);
  return (
    <div role="status" data-print="hide">
      {!reachable && (
        <div className={classes.banner}>
          <IconCloudOff size={18} aria-hidden />
          {say("app.offline")}
        </div>
      )}
    </div>
  );
}
