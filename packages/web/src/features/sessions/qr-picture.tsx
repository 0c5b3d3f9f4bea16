import type { ReactNode } from "react";
import { qrModules } from "./qr-code.js";

const QUIET = 4;

/** A text as a QR code: dark on white in either colour scheme, because readers need it so. */
export function QrPicture({ text, label }: { text: string; label: string }): ReactNode {
  const modules = qrModules(text);
  const size = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")))
    .join("");
  return (
    <svg width="208" height="208" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
