import type { ReactNode } from "react";
import { useText } from "../shared/text.js";

/** The page of an address that leads nowhere. */
export function NotFoundPage(): ReactNode {
  const say = useText();
  return <h1>{say("app.loading")}</h1>;
}
