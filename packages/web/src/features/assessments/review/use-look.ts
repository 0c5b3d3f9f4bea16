/** What a person has seen of the assessment who decides about it as a whole, and what has moved since. */
import type { Rational } from "@opendti/engine";
import { useState } from "react";
import { useDeclaration, useReread } from "../screen/declaration.js";
import { type Change, changesBetween, type Look } from "./changes.js";

export interface Looking {
  /** What others changed since the dialog was opened. */
  readonly changes: readonly Change[];
  /** The total that stood on the screen when it was opened. */
  readonly totalBefore: Rational | null;
  /** The person has said to have read it, and nothing has moved since. */
  readonly agreed: boolean;
  /** The newest state is being asked for. */
  readonly reading: boolean;
  /** Begins anew, and reads what is stored now. */
  begin(): void;
  agree(yes: boolean): void;
}

/** The state of one dialog: open it with `begin`, and confirm only what is `agreed` or has no `changes`. */
export function useLook(): Looking {
  const { assessment, view } = useDeclaration();
  const reread = useReread();
  const [opened, setOpened] = useState<Look | null>(null);
  const [agreedTo, setAgreedTo] = useState<Look | null>(null);
  const [reading, setReading] = useState(false);
  const now: Look = { assessment, view };
  return {
    changes: opened === null ? [] : changesBetween(opened, now),
    totalBefore: opened?.view.score.total ?? null,
    agreed: agreedTo !== null && changesBetween(agreedTo, now).length === 0,
    reading,
    begin: () => {
      setOpened(now);
      setAgreedTo(null);
      setReading(true);
      void reread().finally(() => setReading(false));
    },
    agree: (yes) => setAgreedTo(yes ? now : null),
  };
}
