/** Every feature's routes. */
import type { Endpoints } from "../http/endpoint.js";
import { sessionRoutes } from "./sessions/routes.js";
import { unitRoutes } from "./units/routes.js";

export function registerFeatures(endpoints: Endpoints): void {
  sessionRoutes(endpoints);
  unitRoutes(endpoints);
}
