/** The assessment as a sheet of paper: no folding, nothing that only a screen can do. */
import { Button } from "@mantine/core";
import { explainNode, formatNumber } from "@opendti/engine";
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AnswerValue, Evidence } from "../../../api/assessment-contract.js";
import { isSubmitted } from "../../../shared/assessment-state.js";
import { formatDate } from "../../../shared/format.js";
import { LinkButton } from "../../../shared/link-button.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { fieldKey, NOT_APPLICABLE, PROFILE } from "../drafts/edit.js";
import { wordsOfDocument } from "../evidence/references.js";
import type { FormInput } from "../scoring/inputs.js";
import { withShortNames } from "../scoring/said-names.js";
import type { IndicatorView, PillarView } from "../scoring/view-model.js";
import { useDeclaration } from "../screen/declaration.js";
import { useValueText } from "../screen/value-text.js";
import classes from "./print.module.css";

/** Profile, pillars with answers, evidence and points, and the seal when there is one. */
export function PrintSheet(): ReactNode {
  const say = useText();
  const { dateTime } = useFormat();
  const { assessment, view, outline, language } = useDeclaration();
  const { campaign, unit, state } = assessment;
  // After a return the old seal vouches for nothing on this sheet.
  const seal = isSubmitted(state) ? assessment.seal : null;
  return (
    <div className={classes.sheet}>
      <title>{`${unit.name} · ${campaign.name} · OpenDTI`}</title>
      <div className={classes.tools} data-print="hide">
        <Button
          renderRoot={(root) => (
            <Link {...root} to="/assessments/$assessmentId" params={{ assessmentId: assessment.id }} />
          )}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {say("assessments.review.back")}
        </Button>
        <LinkButton
          variant="default"
          to="/assessments/$assessmentId/reports"
          params={{ assessmentId: assessment.id }}
        >
          {say("assessments.action.reports")}
        </LinkButton>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {say("assessments.print.print")}
        </Button>
      </div>
      <article className={classes.paper}>
        <header>
          <p className={classes.campaign}>{campaign.name}</p>
          <h1 tabIndex={-1}>{say("assessments.print.title")}</h1>
          <p className={classes.unit}>{unit.name}</p>
          <p className={classes.set} lang="vi">
            {outline.set.source.title}
          </p>
          <p className={classes.total}>
            {say("assessments.print.total")}{" "}
            <strong>
              {formatNumber(view.score.total, language)} / {formatNumber(outline.set.max, language)}
            </strong>
          </p>
        </header>
        {outline.profile.length > 0 && <ProfileTable />}
        {view.pillars.map((pillar) => (
          <PillarPrint key={pillar.item.address} pillar={pillar} />
        ))}
        <section className={classes.signature} aria-label={say("assessments.print.signature")}>
          <p>{say("assessments.print.signedOn")}</p>
          <p>
            <strong>{say("assessments.print.head")}</strong>
          </p>
          <p>{say("assessments.print.sign")}</p>
        </section>
        <footer className={classes.foot}>
          {seal ? (
            <p>
              {say("assessments.seal.by", {
                name: seal.by?.displayName ?? say("shared.system"),
                at: dateTime(seal.at),
              })}
              <br />
              {say("assessments.seal.hash")} <code>{seal.hash}</code>
            </p>
          ) : (
            <p>{say("assessments.print.unsealed", { at: dateTime(new Date().toISOString()) })}</p>
          )}
        </footer>
      </article>
    </div>
  );
}

function useDeclaredValue(): (code: string, input: string) => AnswerValue {
  const { store } = useDeclaration();
  return (code, input) => store.field(fieldKey(code, input)).value;
}

function ProfileTable(): ReactNode {
  const say = useText();
  const declared = useDeclaredValue();
  const valueText = useValueText();
  const { outline } = useDeclaration();
  return (
    <section>
      <h2>{say("assessments.profile.title")}</h2>
      <table>
        <tbody>
          {outline.profile.map((input) => (
            <tr key={input.id}>
              <td className={classes.code}>{input.code}</td>
              <th scope="row">{input.label}</th>
              <td className={classes.value}>{valueText(input, declared(PROFILE, input.id))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PillarPrint({ pillar }: { pillar: PillarView }): ReactNode {
  const say = useText();
  const { language } = useDeclaration();
  const { node, title } = pillar.item;
  return (
    <section>
      <h2>
        <span>
          {node.code} {title}
        </span>
        {node.scored && (
          <span>
            {formatNumber(pillar.score.score, language)} / {formatNumber(node.max, language)}
          </span>
        )}
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("assessments.print.code")}</th>
            <th scope="col">{say("assessments.print.declared")}</th>
            <th scope="col">{say("assessments.evidence.title")}</th>
            <th scope="col" className={classes.points}>
              {say("assessments.review.score")}
            </th>
          </tr>
        </thead>
        <tbody>
          {pillar.indicators.map((each) => (
            <IndicatorPrint key={each.item.address} view={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function IndicatorPrint({ view }: { view: IndicatorView }): ReactNode {
  const say = useText();
  const declared = useDeclaredValue();
  const { assessment, language, outline, view: whole } = useDeclaration();
  const { node, address, title, inputs } = view.item;
  const evidence = assessment.evidence.filter(({ code }) => code === address);
  const { why } = explainNode(withShortNames(outline.set), whole.score, node.index, whole.facts);
  return (
    <tr>
      <td className={classes.code}>{node.code}</td>
      <td>
        <p className={classes.title}>{title}</p>
        {view.notApplicable ? (
          <p>
            {say("assessments.print.notApplicable", {
              reason: String(declared(address, NOT_APPLICABLE) ?? ""),
            })}
          </p>
        ) : (
          inputs.map((input) => <Declared key={input.id} input={input} value={declared(address, input.id)} />)
        )}
        {node.scored && view.completion !== "empty" && <p className={classes.why}>{why[language]}</p>}
      </td>
      <td>
        {evidence.map((each) => (
          <p key={each.id}>{evidenceLine(each, (page) => say("assessments.evidence.onPage", { page }))}</p>
        ))}
      </td>
      <td className={classes.points}>
        {node.scored && (
          <>
            <strong>{formatNumber(view.score.score, language)}</strong> / {formatNumber(node.max, language)}
          </>
        )}
      </td>
    </tr>
  );
}

function Declared({ input, value }: { input: FormInput; value: AnswerValue }): ReactNode {
  const valueText = useValueText();
  if (value === null && input.claim) return null;
  if (input.kind === "table" && Array.isArray(value))
    return (
      <ol>
        {value.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
          <li key={place}>
            {typeof row === "object" &&
              input.columns
                .filter(({ id }) => row[id] !== undefined && row[id] !== null)
                .map(({ id, label }) => `${label}: ${row[id] === true ? "✓" : String(row[id])}`)
                .join("; ")}
          </li>
        ))}
      </ol>
    );
  const alone = input.kind === "choice";
  return (
    <p className={classes.declared}>
      {!alone && (
        <span>
          {input.lettered && <b>{input.id}. </b>}
          {input.label}:
        </span>
      )}{" "}
      <strong>{valueText(input, value)}</strong>
    </p>
  );
}

function evidenceLine(evidence: Evidence, onPage: (page: string) => string): string {
  const where = [evidence.page && onPage(evidence.page), evidence.section].filter(Boolean).join(", ");
  switch (evidence.kind) {
    case "document": {
      const named = [wordsOfDocument(evidence.text).kind?.vi, evidence.symbol].filter(Boolean).join(" ");
      const parts = [named, evidence.date && formatDate(evidence.date), evidence.issuer, evidence.title];
      const words = evidence.symbol === null ? evidence.text : parts.filter(Boolean).join(", ");
      return [words, where].filter(Boolean).join(" · ");
    }
    case "link":
      return [evidence.title, evidence.url, where].filter(Boolean).join(" · ");
    case "file":
      return [evidence.name, where].filter(Boolean).join(" · ");
  }
}
