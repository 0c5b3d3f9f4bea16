import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "./api/queries.js";
import { LanguageProvider, loadLanguage } from "./app/language.js";
import { registerWorker } from "./app/offline/register.js";
import { createAppRouter } from "./app/router.js";
import { cssVariables, theme } from "./app/theme.js";
import "./app/styles/fonts.css";
import "./app/styles/base.css";
import "@mantine/core/styles.layer.css";

/** The nonce of this page, written into index.html by the server; styles made at run time carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

// What locks the page's scrolling under a dialog makes a style of its own and looks for the nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
const first = await loadLanguage();

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <LanguageProvider first={first}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
registerWorker();
