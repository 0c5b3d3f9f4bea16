import type { ReactNode } from "react";
import { LineSkeleton } from "../shared/loaded.js";
import { useText } from "../shared/text.js";

/** What stands in place of a page while its code is on the way. */
export function RoutePending(): ReactNode {
  const say = useText();
  return (
    <div aria-busy="true">
      <span className="for-readers" role="status">
        {say("app.loading")}
      </span>
      <LineSkeleton />
    </div>
  );
}
