/** The shell: header, navigation, connection, languages. */
import type { app as vi } from "./vi.js";

export const app: Record<keyof typeof vi, string> = {
  "app.name": "OpenDTI",
  "app.loading": "Loading…",
  "app.skip": "Skip to the content",
  "app.menu": "Open the menu",
  "app.navigation": "Main navigation",
  "app.offline": "No connection to the server. What you type stays safe on this machine.",
  "app.language": "Language",
  "app.language.vi": "Tiếng Việt",
  "app.language.en": "English",
  "app.scheme": "Appearance",
  "app.scheme.light": "Light",
  "app.scheme.dark": "Dark",
  "app.scheme.auto": "As the device",
  "app.accountOf": "Account: {name}",
  "app.signOut": "Sign out",
  "app.allUnits": "All units",
  "app.chooseUnit": "Work with the unit",
  "app.to.results": "Results",
  "app.to.sets": "Indicator sets",
  "app.to.accounts": "Accounts",
  "app.to.audit": "Audit log",
  "app.notFound": "There is no such page",
  "app.notFoundDetail": "The address may have changed, or the page belongs to another role.",
  "app.toHome": "To the home page",
  "app.lost": "No connection",
  "app.lostKept": "What you typed is still on this machine",
  "app.lostDetail":
    "The page cannot be opened because the server is out of reach. It opens by itself once there is a connection.",
};
