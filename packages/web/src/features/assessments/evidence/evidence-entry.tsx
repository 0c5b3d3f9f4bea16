/** One piece of evidence in the list: what it is, where in it to look, what is doubtful; edited and removed here. */
import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconPencil, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Evidence, EvidenceItem } from "../../../api/assessment-contract.js";
import { ConfirmDialog } from "../../../shared/confirm-dialog.js";
import { ProblemAlert } from "../../../shared/problem-alert.js";
import { useText } from "../../../shared/text.js";
import type { ViewFinding } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import { dateText, readDate } from "../values/date-text.js";
import classes from "./evidence.module.css";
import { itemOf, useChangeEvidence, useRemoveEvidence } from "./evidence-changes.js";
import { EvidenceWords, evidenceIcons } from "./evidence-line.js";

interface EvidenceEntryProps {
  readonly evidence: Evidence;
  readonly readOnly: boolean;
  readonly findings: readonly ViewFinding[];
  /** The rule asks for evidence of the assessed year. */
  readonly withinYear: boolean;
}

/** Shown, edited, previewed, removed. */
export function EvidenceEntry({ evidence, readOnly, findings, withinYear }: EvidenceEntryProps): ReactNode {
  const say = useText();
  const { language, assessment } = useDeclaration();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useRemoveEvidence();
  const Icon = evidenceIcons[evidence.kind];
  const name = nameOf(evidence);
  return (
    <li className={classes.entry}>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <EvidenceWords evidence={evidence} />
        {findings.map((finding) => (
          <p key={finding.message.en} className={classes.doubt}>
            <IconAlertTriangle size={14} aria-hidden />
            {finding.message[language]}
          </p>
        ))}
        {withinYear && findings.length === 0 && evidence.kind === "document" && evidence.date !== null && (
          <p className={classes.fine}>
            <IconCheck size={14} aria-hidden />
            {say("assessments.evidence.withinYear", { year: String(assessment.campaign.year) })}
          </p>
        )}
        {editing && <PlaceEditor evidence={evidence} onDone={() => setEditing(false)} />}
      </div>
      {!readOnly && !editing && (
        <div className={classes.tools}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={say("assessments.evidence.edit", { name })}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={say("assessments.evidence.remove", { name })}
            onClick={() => setRemoving(true)}
          >
            <IconTrash size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </div>
      )}
      <ConfirmDialog
        opened={removing}
        title={say("assessments.evidence.removeTitle")}
        confirm={say("assessments.evidence.removeConfirm")}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(evidence, { onSuccess: () => setRemoving(false) })}
        onClose={() => setRemoving(false)}
      >
        <p>{say("assessments.evidence.removeText", { name })}</p>
      </ConfirmDialog>
    </li>
  );
}

function nameOf(evidence: Evidence): string {
  if (evidence.kind === "document") return evidence.symbol ?? evidence.text;
  return evidence.kind === "link" ? (evidence.title ?? evidence.url) : evidence.name;
}

type DocumentPart = "text" | "symbol" | "issuer" | "title";

/** Page and section of anything; the parts of a document where the reading went wrong. */
function PlaceEditor({ evidence, onDone }: { evidence: Evidence; onDone(): void }): ReactNode {
  const say = useText();
  const [item, setItem] = useState<EvidenceItem>(() => itemOf(evidence));
  const [date, setDate] = useState(
    evidence.kind === "document" && evidence.date ? dateText(evidence.date) : "",
  );
  const change = useChangeEvidence();
  const reading = readDate(date);
  const wrongDate = date.trim() !== "" && !reading.ok;
  const save = (): void => {
    const whole = item.kind === "document" ? { ...item, date: reading.ok ? reading.iso : null } : item;
    change.mutate({ evidence, item: whole }, { onSuccess: onDone });
  };
  const part = (id: DocumentPart, label: string): ReactNode =>
    item.kind === "document" && (
      <TextInput
        label={label}
        size="xs"
        value={item[id] ?? ""}
        onChange={(event) =>
          setItem({ ...item, [id]: event.currentTarget.value || (id === "text" ? "" : null) })
        }
      />
    );
  return (
    <form
      className={classes.place}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrongDate) save();
      }}
    >
      {part("symbol", say("assessments.evidence.symbol"))}
      {item.kind === "document" && (
        <TextInput
          label={say("assessments.evidence.date")}
          size="xs"
          value={date}
          placeholder={say("assessments.field.datePattern")}
          error={wrongDate ? say("assessments.typed.notADate") : undefined}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      )}
      {part("issuer", say("assessments.evidence.issuer"))}
      {part("title", say("assessments.evidence.documentTitle"))}
      {(["page", "section"] as const).map((id) => (
        <TextInput
          key={id}
          label={say(id === "page" ? "assessments.evidence.page" : "assessments.evidence.section")}
          size="xs"
          value={item[id] ?? ""}
          onChange={(event) => setItem({ ...item, [id]: event.currentTarget.value || null })}
        />
      ))}
      <ProblemAlert error={change.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" size="compact-xs" onClick={onDone}>
          {say("shared.cancel")}
        </Button>
        <Button type="submit" size="compact-xs" loading={change.isPending}>
          {say("shared.save")}
        </Button>
      </Group>
    </form>
  );
}
