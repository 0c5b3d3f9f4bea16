import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Header and navigation around the page. */
export function Shell(): ReactNode {
  return (
    <main id="main">
      <Outlet />
    </main>
  );
}
