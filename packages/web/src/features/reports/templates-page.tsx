/** /report-templates — the province's own templates of the self-assessment report: brought, looked through, thrown away. */
import { Button, FileButton } from "@mantine/core";
import { IconDownload, IconFileUpload, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { address, api, asForm, take } from "../../api/client.js";
import type { ReportTemplate } from "../../api/reports-contract.js";
import { useLanguage } from "../../app/language.js";
import { ConfirmDialog } from "../../shared/confirm-dialog.js";
import { type Column, DataList } from "../../shared/data-list.js";
import { EmptyState } from "../../shared/empty-state.js";
import { Loaded } from "../../shared/loaded.js";
import { PageHeader } from "../../shared/page-header.js";
import { Panel } from "../../shared/panel.js";
import { ProblemAlert } from "../../shared/problem-alert.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import { templatesQuery } from "./queries.js";
import classes from "./reports.module.css";

export function TemplatesPage(): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const query = useQuery(templatesQuery);
  const bring = useMutation({
    mutationFn: (file: File) =>
      take(api.POST("/report-templates", { body: { file }, bodySerializer: asForm })),
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
  return (
    <div className={classes.page}>
      <PageHeader
        title={say("reports.templates")}
        description={say("reports.templates.lead")}
        actions={
          <>
            <Button
              component="a"
              href={address("/report-templates/example")}
              download
              variant="default"
              leftSection={<IconDownload size={18} stroke={1.5} aria-hidden />}
            >
              {say("reports.templates.example")}
            </Button>
            <FileButton accept=".docx" onChange={(file) => file !== null && bring.mutate(file)}>
              {(button) => (
                <Button
                  {...button}
                  loading={bring.isPending}
                  leftSection={<IconFileUpload size={18} stroke={1.5} aria-hidden />}
                >
                  {say("reports.templates.bring")}
                </Button>
              )}
            </FileButton>
          </>
        }
      />
      <ProblemAlert error={bring.error} />
      <Loaded query={query}>
        {({ items }) => (
          <Panel flush>
            {items.length === 0 ? (
              <EmptyState title={say("reports.templates.none")} />
            ) : (
              <Templates items={items} />
            )}
          </Panel>
        )}
      </Loaded>
    </div>
  );
}

function Templates({ items }: { items: readonly ReportTemplate[] }): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { language } = useLanguage();
  const [leaving, setLeaving] = useState<ReportTemplate | null>(null);
  const columns: Column<ReportTemplate>[] = [
    {
      id: "name",
      header: say("reports.template"),
      main: true,
      cell: ({ id, name }) => <a href={address(`/report-templates/${id}/file`)}>{name}</a>,
    },
    {
      id: "findings",
      header: say("reports.findings"),
      cell: ({ findings }) =>
        findings.length === 0
          ? say("reports.findings.none")
          : findings.map(({ code, message, at }) => (
              <div key={`${code} ${message.vi} ${at ?? ""}`}>
                {message[language]}
                {at !== null && <span className={classes.quiet}> ({at})</span>}
              </div>
            )),
    },
    { id: "at", header: say("reports.broughtAt"), fit: true, cell: ({ createdAt }) => dateTime(createdAt) },
    {
      id: "delete",
      header: say("shared.actions"),
      quiet: true,
      fit: true,
      cell: (template) => (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          leftSection={<IconTrash size={16} stroke={1.5} aria-hidden />}
          aria-label={say("reports.deleteOf", { name: template.name })}
          onClick={() => setLeaving(template)}
        >
          {say("reports.delete")}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataList caption={say("reports.templates")} columns={columns} rows={items} rowKey={({ id }) => id} />
      {leaving !== null && <DeleteTemplate template={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function DeleteTemplate({ template, onClose }: { template: ReportTemplate; onClose(): void }): ReactNode {
  const say = useText();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => take(api.DELETE("/report-templates/{id}", { params: { path: { id: template.id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: templatesQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      danger
      title={say("reports.templates.delete")}
      confirm={say("reports.delete")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{say("reports.templates.deleteHint", { name: template.name })}</p>
    </ConfirmDialog>
  );
}
