import { type CompiledSet, type Fact, formatExact, type Node } from "@opendti/engine";
import type { ReactNode } from "react";
import { Panel } from "../../shared/panel.js";
import { useText } from "../../shared/text.js";
import { useFormat } from "../../shared/use-format.js";
import classes from "./sets.module.css";

/** The place of an indicator in the page, for links to it. */
function anchorOf({ index }: Node): string {
  return `indicator-${index}`;
}

function nodesOf(set: CompiledSet, indices: readonly number[]): Node[] {
  return indices.flatMap((index) => set.nodes[index] ?? []);
}

function Points({ node }: { node: Node }): ReactNode {
  const say = useText();
  const { points } = useFormat();
  return (
    <span className={classes.points}>
      {node.scored ? say("sets.upTo", { points: points(formatExact(node.max)) }) : say("sets.unscored")}
    </span>
  );
}

function Inputs({ inputs }: { inputs: readonly Fact[] }): ReactNode {
  const say = useText();
  return (
    <div>
      <div className={classes.label}>{say("sets.inputs")}</div>
      <ul className={classes.inputs}>
        {inputs.map(({ id, label, kind, unit }) => (
          <li key={id}>
            <span className={classes.inputId}>{id}</span>
            <span className={classes.grow}>{label}</span>
            <span className={classes.quiet}>
              {unit === undefined
                ? say(`sets.kind.${kind}`)
                : say("sets.kindUnit", { kind: say(`sets.kind.${kind}`), unit })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Exceptions({ node }: { node: Node }): ReactNode {
  const say = useText();
  const sentences = node.exceptions.flatMap(({ sentence }) => sentence ?? []);
  if (sentences.length === 0) return null;
  return (
    <div>
      <div className={classes.label}>{say("sets.exceptions")}</div>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

function Indicator({ set, node }: { set: CompiledSet; node: Node }): ReactNode {
  const say = useText();
  const below = nodesOf(set, node.children);
  return (
    <details className={classes.indicator} id={anchorOf(node)}>
      <summary className={classes.summary}>
        <span className={classes.code}>{node.code}</span>
        <span className={classes.grow}>{node.title}</span>
        <Points node={node} />
      </summary>
      <div className={classes.detail}>
        {node.text !== undefined && (
          <div>
            <div className={classes.label}>{say("sets.rule")}</div>
            <p className={classes.rule}>{node.text}</p>
          </div>
        )}
        {node.inputs.length > 0 && <Inputs inputs={node.inputs} />}
        <Exceptions node={node} />
        {below.length > 0 && (
          <div>
            {below.map((child) => (
              <Indicator key={child.index} set={set} node={child} />
            ))}
          </div>
        )}
      </div>
    </details>
  );
}

/** The pillars of a set with their indicators: the decision's text, what is declared, the maximum. */
export function IndicatorTree({ set }: { set: CompiledSet }): ReactNode {
  const pillars = nodesOf(set, set.pillars);
  return (
    <div className={classes.layout}>
      <ul className={classes.contents} data-print="hide">
        {pillars.map((pillar) => (
          <li key={pillar.index}>
            <a href={`#${anchorOf(pillar)}`}>
              <span className={classes.grow}>
                {pillar.code} {pillar.title}
              </span>
              <Points node={pillar} />
            </a>
          </li>
        ))}
      </ul>
      <div className={classes.pillars}>
        {pillars.map((pillar) => (
          <div key={pillar.index} id={anchorOf(pillar)} className={classes.pillar}>
            <Panel title={`${pillar.code} ${pillar.title}`} actions={<Points node={pillar} />} flush>
              {pillar.children.length === 0 ? (
                <Indicator set={set} node={pillar} />
              ) : (
                nodesOf(set, pillar.children).map((node) => (
                  <Indicator key={node.index} set={set} node={node} />
                ))
              )}
            </Panel>
          </div>
        ))}
      </div>
    </div>
  );
}
