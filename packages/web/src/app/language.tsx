/** The language of the interface: kept in the browser, and with the account once somebody is signed in. */
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { IntlProvider } from "react-intl";
import { carryLanguage } from "../api/client.js";
import type { Language } from "../api/contract.js";

const STORED = "opendti.language";

const catalogues = {
  vi: () => import("./catalogues/vi.js"),
  en: () => import("./catalogues/en.js"),
};

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

/** Loads the catalogue of a language (of the one chosen before, when none is given). */
export async function loadLanguage(language: Language = storedLanguage()): Promise<LoadedLanguage> {
  const { catalogue } = await catalogues[language]();
  return { language, messages: catalogue };
}

/** Gives texts to everything inside, starting from a catalogue that is loaded already. */
export function LanguageProvider({
  first,
  children,
}: {
  first: LoadedLanguage;
  children: ReactNode;
}): ReactNode {
  const [loaded, setLoaded] = useState(first);
  const change = useCallback((language: Language) => {
    localStorage.setItem(STORED, language);
    void loadLanguage(language).then(setLoaded);
  }, []);
  useEffect(() => {
    document.documentElement.lang = loaded.language;
    carryLanguage(loaded.language);
  }, [loaded.language]);
  const choice = useMemo(() => ({ language: loaded.language, change }), [loaded.language, change]);
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={loaded.language === "vi" ? "vi-VN" : "en-GB"}
        defaultLocale="vi-VN"
        messages={loaded.messages}
        timeZone="Asia/Ho_Chi_Minh"
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}
