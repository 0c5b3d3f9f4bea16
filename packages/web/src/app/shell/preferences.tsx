import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLanguage, IconMoon, IconSun, type TablerIcon } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import type { Language } from "../../api/contract.js";
import { sessionQuery } from "../../api/queries.js";
import { Dropdown, DropdownItem } from "../../shared/dropdown.js";
import { type TextId, useText } from "../../shared/text.js";
import { useLanguage } from "../language.js";

const schemes: { scheme: MantineColorScheme; icon: TablerIcon; text: TextId }[] = [
  { scheme: "light", icon: IconSun, text: "app.scheme.light" },
  { scheme: "dark", icon: IconMoon, text: "app.scheme.dark" },
  { scheme: "auto", icon: IconDeviceDesktop, text: "app.scheme.auto" },
];

/** The choice between light, dark and what the machine says. */
export function SchemeMenu(): ReactNode {
  const say = useText();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = schemes.find(({ scheme }) => scheme === colorScheme)?.icon ?? IconDeviceDesktop;
  return (
    <Dropdown
      title={say("app.scheme")}
      trigger={(props) => (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say("app.scheme")} {...props}>
          <Current size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    >
      {schemes.map(({ scheme, icon, text }) => (
        <DropdownItem
          key={scheme}
          icon={icon}
          chosen={scheme === colorScheme}
          onClick={() => setColorScheme(scheme)}
        >
          {say(text)}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}

const languages: { language: Language; text: TextId }[] = [
  { language: "vi", text: "app.language.vi" },
  { language: "en", text: "app.language.en" },
];

/** The choice of language; kept with the account too when somebody is signed in. */
export function LanguageMenu(): ReactNode {
  const say = useText();
  const { language: current, change } = useLanguage();
  const session = useQuery({ ...sessionQuery, enabled: false });
  const choose = (language: Language): void => {
    change(language);
    // The browser keeps the choice whether or not the server could be told of it.
    if (session.data) void take(api.PATCH("/session", { body: { language } })).catch(() => undefined);
  };
  return (
    <Dropdown
      title={say("app.language")}
      trigger={(props) => (
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say("app.language")} {...props}>
          <IconLanguage size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      )}
    >
      {languages.map(({ language, text }) => (
        <DropdownItem
          key={language}
          lang={language}
          chosen={language === current}
          onClick={() => choose(language)}
        >
          {say(text)}
        </DropdownItem>
      ))}
    </Dropdown>
  );
}
