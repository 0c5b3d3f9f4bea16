import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconMoon,
  IconSun,
  type TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import type { Language } from "../../api/contract.js";
import { sessionQuery } from "../../api/queries.js";
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
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say("app.scheme")}>
          <Current size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("app.scheme")}</Menu.Label>
        {schemes.map(({ scheme, icon: Icon, text }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {say(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say("app.language")}>
          <IconLanguage size={20} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say("app.language")}</Menu.Label>
        {languages.map(({ language, text }) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={language === current ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={language === current}
            onClick={() => choose(language)}
          >
            {say(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
