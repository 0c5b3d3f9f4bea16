import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import type { Notice, NoticeSettings } from "../../api/contract.js";
import { Loaded } from "../../shared/loaded.js";
import { notice } from "../../shared/notice.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { noticeSettingsQuery } from "./queries.js";

const mails: readonly NoticeSettings["mail"][] = ["digest", "each", "none"];
const kinds: readonly Notice["kind"][] = [
  "due",
  "returned",
  "asked",
  "answered",
  "closed",
  "assigned",
  "extended",
  "published",
  "withdrawn",
  "appraised",
  "revised",
  "handed",
];

/** What of one's notices is mailed, and the calendar of one's deadlines. */
export function NoticeSettingsPanel(): ReactNode {
  const say = useText();
  const query = useQuery(noticeSettingsQuery);
  return (
    <Panel title={say("notices.settings")} note={say("notices.settingsNote")}>
      <Loaded query={query}>
        {(settings) => (
          <Stack gap="xl">
            <MailChoices settings={settings} />
            <CalendarAddress there={settings.calendar} />
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function MailChoices({ settings }: { settings: NoticeSettings }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Partial<Pick<NoticeSettings, "mail" | "quiet">>) =>
      take(api.PATCH("/session/notice-settings", { body })),
    onSuccess: (saved) => {
      queryClient.setQueryData(noticeSettingsQuery.queryKey, saved);
      notice(say("notices.saved"));
    },
  });
  const loud = kinds.filter((kind) => !settings.quiet.includes(kind));
  return (
    <Stack gap="md">
      <Radio.Group
        label={say("notices.mail")}
        value={settings.mail}
        onChange={(mail) => save.mutate({ mail: mail as NoticeSettings["mail"] })}
      >
        <Stack gap="xs" mt="xs">
          {mails.map((mail) => (
            <Radio key={mail} value={mail} label={say(`notices.mail.${mail}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {settings.mail !== "none" && (
        <Checkbox.Group
          label={say("notices.kinds")}
          value={loud}
          onChange={(chosen) => save.mutate({ quiet: kinds.filter((kind) => !chosen.includes(kind)) })}
        >
          <Group gap="md" mt="xs">
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={say(`notices.kind.${kind}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <ProblemAlert error={save.error} />
    </Stack>
  );
}

function CalendarAddress({ there }: { there: boolean }): ReactNode {
  const say = useText();
  const queryClient = useQueryClient();
  const clipboard = useClipboard({ timeout: 2000 });
  const settled = () => queryClient.invalidateQueries({ queryKey: noticeSettingsQuery.queryKey });
  const make = useMutation({ mutationFn: () => take(api.POST("/session/calendar")), onSuccess: settled });
  const end = useMutation({
    mutationFn: () => take(api.DELETE("/session/calendar")),
    onSuccess: () => {
      make.reset();
      return settled();
    },
  });
  const address = make.data && new URL(make.data.path, window.location.origin).href;
  return (
    <Stack gap="sm">
      <Text fw={600}>{say("notices.calendar")}</Text>
      <Text size="sm" c="dimmed" maw={720}>
        {say("notices.calendarNote")}
      </Text>
      {address !== undefined && (
        <Group align="end" gap="sm" wrap="wrap">
          <TextInput
            label={say("notices.calendarAddress")}
            value={address}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            flex="1 1 260px"
          />
          <Button variant="default" onClick={() => clipboard.copy(address)}>
            {say(clipboard.copied ? "notices.copied" : "notices.copy")}
          </Button>
        </Group>
      )}
      {there && address === undefined && <Text size="sm">{say("notices.calendarThere")}</Text>}
      <Group gap="sm">
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {say(there ? "notices.calendarAgain" : "notices.calendarOpen")}
        </Button>
        {there && (
          <Button variant="subtle" color="gray" loading={end.isPending} onClick={() => end.mutate()}>
            {say("notices.calendarClose")}
          </Button>
        )}
      </Group>
      <ProblemAlert error={make.error ?? end.error} />
    </Stack>
  );
}
