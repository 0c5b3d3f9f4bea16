/** What a person is asked about one row, with the answers that run as they are. */
import { Button } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import type { RowView } from "../model/compose.js";
import { changeOf, corrected } from "../model/compose.js";
import type { Question } from "../model/import-work.js";
import classes from "./row-review.module.css";
import { RuleWords } from "./rule-words.js";

interface QuestionPanelProps {
  readonly view: RowView;
  readonly questions: readonly Question[];
  readonly busy: boolean;
  /** The answer by its place among all answers to all questions. */
  onAnswer(place: number): void;
}

export function QuestionPanel({ view, questions, busy, onAnswer }: QuestionPanelProps): ReactNode {
  const say = useText();
  const { language } = useFormat();
  let counted = 0;
  return (
    <div className={classes.questions}>
      {questions.map(({ code, text, alternatives }) => {
        const first = counted;
        counted += alternatives.length;
        return (
          <section
            key={`${code} ${text.vi}`}
            className={classes.question}
            aria-label={say("imports.question")}
          >
            <p className={classes.ask}>
              <IconHelpCircle size={18} stroke={1.75} aria-hidden />
              <span>{text[language]}</span>
            </p>
            {alternatives.length > 0 && (
              <ol className={classes.answers}>
                {alternatives.map((alternative, place) => {
                  const { label, rule, inputs, exceptions } = alternative;
                  const number = first + place + 1;
                  return (
                    <li key={label.vi} className={classes.answer}>
                      <div className={classes.answerHead}>
                        <span className={classes.key} aria-hidden>
                          {number}
                        </span>
                        <b className={classes.grow}>{label[language]}</b>
                        <Button
                          size="xs"
                          variant="default"
                          disabled={busy}
                          aria-label={say("imports.chooseAnswer", { label: label[language] })}
                          onClick={() => onAnswer(number - 1)}
                        >
                          {say("imports.chooseThis")}
                        </Button>
                      </div>
                      <details>
                        <summary className={classes.quiet}>{say("imports.seeRule")}</summary>
                        <RuleWords
                          indicator={corrected(view.read, {
                            ...changeOf(view.read),
                            rule,
                            inputs,
                            exceptions,
                          })}
                        />
                      </details>
                    </li>
                  );
                })}
              </ol>
            )}
          </section>
        );
      })}
    </div>
  );
}
