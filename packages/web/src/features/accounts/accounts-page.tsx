import type { ReactNode } from "react";
import { useText } from "../../shared/text.js";

/** Being built. */
export function AccountsPage(): ReactNode {
  const say = useText();
  return <h1>{say("app.loading")}</h1>;
}
