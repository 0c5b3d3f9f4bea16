/** The decision's own words, with what the reader made of each piece. */

import type { PieceRole } from "@opendti/prose";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import type { ImportedRow, Piece } from "../model/import-work.js";
import classes from "./row-review.module.css";

const order: readonly PieceRole[] = [
  "input",
  "formula",
  "points",
  "band",
  "option",
  "part",
  "level",
  "exception",
  "explanation",
  "unread",
];

/** Pieces that overlap nothing, in order, the text between them included. */
function stretches(
  text: string,
  pieces: readonly Piece[],
): { text: string; piece: Piece | null; at: number }[] {
  const parts: { text: string; piece: Piece | null; at: number }[] = [];
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(at, Math.min(piece.start, text.length));
    const end = Math.min(piece.end, text.length);
    if (end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), piece: null, at });
    parts.push({ text: text.slice(start, end), piece, at: start });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), piece: null, at });
  return parts;
}

/** The text of one row with its pieces tinted, and what the tints mean. */
export function DocumentText({ row }: { row: Pick<ImportedRow, "text" | "pieces"> }): ReactNode {
  const say = useText();
  if (row.text.trim() === "") return <p className={classes.quiet}>{say("imports.noText")}</p>;
  const roles = order.filter((role) => row.pieces.some((piece) => piece.role === role));
  return (
    <div>
      <p className={classes.text} lang="vi">
        {stretches(row.text, row.pieces).map(({ text, piece, at }) =>
          piece === null || text.trim() === "" ? (
            <span key={at}>{text}</span>
          ) : (
            <mark
              key={at}
              data-role={piece.role}
              title={
                piece.target === null
                  ? say(`imports.role.${piece.role}`)
                  : say("imports.roleOf", {
                      role: say(`imports.role.${piece.role}`),
                      target: piece.target,
                    })
              }
            >
              {text}
            </mark>
          ),
        )}
      </p>
      {roles.length > 0 && (
        <ul className={classes.legend} aria-label={say("imports.legend")}>
          {roles.map((role) => (
            <li key={role}>
              <mark data-role={role} aria-hidden>
                {"\u2003"}
              </mark>
              {say(`imports.role.${role}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
