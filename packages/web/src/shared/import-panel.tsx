import { Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconFileSpreadsheet, IconTableImport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { address } from "../api/client.js";
import type { ImportOutcome } from "../api/contract.js";
import { type Column, DataList } from "./data-list.js";
import { EmptyState } from "./empty-state.js";
import { notice } from "./notice.js";
import { Panel } from "./panel.js";
import { ProblemAlert } from "./problem-alert.js";
import { Chip, type Tone } from "./state-chip.js";
import { useText } from "./text.js";

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Change = ImportOutcome["changes"][number];
const tones: Record<Change["action"], Tone> = { create: "good", change: "warn", same: "neutral" };

/** What differs in a row, field by field: `name: cũ → mới`. */
function differences({ before = {}, after = {} }: Change): string[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => `${before[field] ?? "—"} → ${after[field] ?? "—"}`);
}

function Problems({ problems }: Pick<ImportOutcome, "problems">): ReactNode {
  const say = useText();
  return (
    <Panel
      title={say("shared.import.problems", { count: problems.length })}
      note={say("shared.import.problemsHint")}
      flush
    >
      <DataList
        caption={say("shared.import.problems", { count: problems.length })}
        columns={[
          {
            id: "cell",
            header: say("shared.import.cell"),
            fit: true,
            main: true,
            cell: ({ cell }) => <Chip tone="bad">{cell}</Chip>,
          },
          { id: "sheet", header: say("shared.import.sheet"), fit: true, cell: ({ sheet }) => sheet },
          { id: "problem", header: say("shared.import.problem"), cell: ({ message }) => message },
        ]}
        rows={problems}
        rowKey={({ sheet, cell, message }) => `${sheet} ${cell} ${message}`}
      />
    </Panel>
  );
}

function Changes({ changes, action }: { changes: readonly Change[]; action: ReactNode }): ReactNode {
  const say = useText();
  const count = (wanted: Change["action"]): number =>
    changes.filter(({ action: done }) => done === wanted).length;
  const columns: Column<Change>[] = [
    { id: "row", header: say("shared.import.row"), align: "end", fit: true, cell: ({ row }) => String(row) },
    { id: "name", header: say("shared.import.name"), main: true, cell: ({ name }) => name },
    { id: "code", header: say("shared.import.code"), cell: ({ code }) => code },
    {
      id: "action",
      header: say("shared.import.action"),
      fit: true,
      cell: ({ action: done }) => <Chip tone={tones[done]}>{say(`shared.import.${done}`)}</Chip>,
    },
    {
      id: "difference",
      header: say("shared.import.difference"),
      cell: (change) => differences(change).join("; ") || say("shared.none"),
    },
  ];
  return (
    <Panel
      title={say("shared.import.changes")}
      note={say("shared.import.summary", {
        created: count("create"),
        changed: count("change"),
        same: count("same"),
      })}
      actions={action}
      flush
    >
      <DataList
        caption={say("shared.import.changes")}
        columns={columns}
        rows={changes}
        rowKey={({ row, code }) => `${row} ${code}`}
      />
    </Panel>
  );
}

interface ImportPanelProps {
  /** Path of the template under the API, e.g. `/units/import/template`. */
  template: string;
  /** Sends the file: `apply` false only checks, true writes. */
  send(file: File, apply: boolean): Promise<ImportOutcome>;
  onApplied(): void;
}

/** An Excel import in three steps: choose a file, see what it would change or which cells are wrong, then write. */
export function ImportPanel({ template, send, onApplied }: ImportPanelProps): ReactNode {
  const say = useText();
  const [file, setFile] = useState<File | null>(null);
  const check = useMutation({ mutationFn: (chosen: File) => send(chosen, false) });
  const apply = useMutation({
    mutationFn: (chosen: File) => send(chosen, true),
    onSuccess: ({ changes }) => {
      notice(
        say("shared.import.applied", { count: changes.filter(({ action }) => action !== "same").length }),
      );
      onApplied();
    },
  });
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    apply.reset();
    if (chosen !== null) check.mutate(chosen);
  };
  const outcome = check.data;
  const writes = outcome?.changes.filter(({ action }) => action !== "same").length ?? 0;
  return (
    <Stack gap="lg">
      <Panel>
        <Group gap="sm">
          <FileButton onChange={choose} accept={`.xlsx,${MEDIA_TYPE}`}>
            {(props) => (
              <Button
                {...props}
                loading={check.isPending}
                leftSection={<IconTableImport size={18} stroke={1.5} />}
              >
                {say("shared.import.choose")}
              </Button>
            )}
          </FileButton>
          <Button
            component="a"
            href={address(template)}
            variant="default"
            leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
          >
            {say("shared.import.template")}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" mt="sm" role="status">
          {file === null
            ? say("shared.import.hint")
            : check.isPending
              ? say("shared.import.checking", { name: file.name })
              : say("shared.import.file", { name: file.name })}
        </Text>
      </Panel>
      <ProblemAlert error={check.error ?? apply.error} />
      {outcome !== undefined && outcome.problems.length > 0 && <Problems problems={outcome.problems} />}
      {outcome !== undefined && outcome.problems.length === 0 && writes === 0 && (
        <Panel>
          <EmptyState icon={IconFileSpreadsheet} title={say("shared.import.nothing")} />
        </Panel>
      )}
      {outcome !== undefined && outcome.problems.length === 0 && writes > 0 && (
        <Changes
          changes={outcome.changes}
          action={
            <Button
              loading={apply.isPending}
              disabled={apply.isSuccess || file === null}
              onClick={() => file !== null && apply.mutate(file)}
            >
              {say("shared.import.apply", { count: writes })}
            </Button>
          }
        />
      )}
    </Stack>
  );
}
