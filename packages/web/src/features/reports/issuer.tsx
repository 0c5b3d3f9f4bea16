/** The letterhead of a unit that was chosen to issue a document; it is kept by its own button. */
import type { ReactNode } from "react";
import type { UnitName } from "../../api/contract.js";
import { useText } from "../../shared/text.js";
import { useLetterhead } from "./letterhead.js";
import { LetterheadPanel } from "./letterhead-panel.js";

interface IssuerProps {
  readonly issuer: UnitName;
  /** Whether its document goes to those whom it usually writes to ("Kính gửi"). */
  readonly addressed?: boolean;
}

export function Issuer({ issuer, addressed = false }: IssuerProps): ReactNode {
  const say = useText();
  const letterhead = useLetterhead(issuer.id);
  return (
    <LetterheadPanel
      edited={letterhead}
      addressed={addressed}
      title={say("reports.letterheadOf", { unit: issuer.name })}
    />
  );
}
