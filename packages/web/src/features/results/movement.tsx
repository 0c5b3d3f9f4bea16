import { IconArrowDown, IconArrowUp, IconEqual } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ResultItem } from "../../api/results-contract.js";
import { useText } from "../../shared/text.js";
import classes from "./movement.module.css";
import { placesRisen } from "./places.js";

/** An arrow and the number of places; the whole sentence for those who do not see the arrow. Nothing without a rank before. */
export function Movement({ item }: { item: Pick<ResultItem, "rank" | "before"> }): ReactNode {
  const say = useText();
  const risen = placesRisen(item);
  if (risen === null || item.before === null) return null;
  const values = { places: Math.abs(risen), year: String(item.before.year), rank: item.before.rank ?? "" };
  const [Icon, tone, sentence] =
    risen > 0
      ? ([IconArrowUp, classes.up, say("results.movement.up", values)] as const)
      : risen < 0
        ? ([IconArrowDown, classes.down, say("results.movement.down", values)] as const)
        : ([IconEqual, classes.same, say("results.movement.same", values)] as const);
  return (
    <span className={`${classes.movement} ${tone}`} title={sentence}>
      <Icon size={14} stroke={2} aria-hidden />
      <span aria-hidden>{risen === 0 ? "" : Math.abs(risen)}</span>
      <span className="for-readers">{sentence}</span>
    </span>
  );
}
