import type { ReactNode } from "react";

/** The product's mark: four bars that rise. */
export function Mark({ size = 28 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#0e667c" />
      <path d="M8 22v-5M13.3 22v-8M18.7 22V11M24 22V8" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
