/** The language of the interface: kept in the browser, and with the account once somebody is signed in. */
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react";
import { IntlProvider } from "react-intl";
import { carryLanguage } from "../api/client.js";
import type { Language } from "../api/contract.js";

const STORED = "opendti.language";

/** Each language in two parts: what every page needs, and what only those need that units do not declare on. */
const catalogues = {
  vi: { first: () => import("./catalogues/vi.js"), others: () => import("./catalogues/vi-others.js") },
  en: { first: () => import("./catalogues/en.js"), others: () => import("./catalogues/en-others.js") },
};

/** Pages that do without the second part; packages/web/test/first-texts.test.ts holds them to it. */
const DECLARING = /^\/(assessments(\/[^/]+(\/(review|print))?)?|account)?\/?$/;

interface LanguageChoice {
  language: Language;
  change(language: Language): void;
}

const LanguageContext = createContext<LanguageChoice>({ language: "vi", change: () => undefined });

/** The language now, and how to change it. */
export function useLanguage(): LanguageChoice {
  return use(LanguageContext);
}

/** What was chosen in this browser before; Vietnamese where nothing was. */
function storedLanguage(): Language {
  return localStorage.getItem(STORED) === "en" ? "en" : "vi";
}

/** The texts of one language, and the language itself; loaded before anything is drawn. */
export interface LoadedLanguage {
  language: Language;
  messages: Record<string, string>;
}

let loaded: LoadedLanguage | null = null;
/** Whether a page has asked for the second part; then every language is loaded with it. */
let whole = false;
const listeners = new Set<() => void>();

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Loads the texts of a language (of the one chosen before, when none is given): those that the pages so far need. */
export async function loadLanguage(language: Language = storedLanguage()): Promise<LoadedLanguage> {
  const { first, others } = catalogues[language];
  const parts = await Promise.all([first(), ...(whole ? [others()] : [])]);
  loaded = { language, messages: Object.assign({}, ...parts.map(({ catalogue }) => catalogue)) };
  for (const listener of listeners) listener();
  return loaded;
}

/** Before a page is drawn: loads the texts that it needs beside those of the pages on which units declare. */
export async function loadTextsOf(path: string): Promise<void> {
  if (whole || DECLARING.test(path)) return;
  await catalogues[loaded?.language ?? storedLanguage()].others();
  whole = true;
  await loadLanguage(loaded?.language);
}

/** Gives texts to everything inside, starting from a catalogue that is loaded already. */
export function LanguageProvider({
  first,
  children,
}: {
  first: LoadedLanguage;
  children: ReactNode;
}): ReactNode {
  const { language, messages } = useSyncExternalStore(watch, () => loaded ?? first);
  const change = useCallback((chosen: Language) => {
    localStorage.setItem(STORED, chosen);
    void loadLanguage(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    carryLanguage(language);
  }, [language]);
  const choice = useMemo(() => ({ language, change }), [language, change]);
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={language === "vi" ? "vi-VN" : "en-GB"}
        defaultLocale="vi-VN"
        messages={messages}
        timeZone="Asia/Ho_Chi_Minh"
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
