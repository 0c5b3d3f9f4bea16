/** Sets, cases and plans as YAML that a person reads: texts as blocks, one blank line between rows. */
import { Document, isMap, isPair, isScalar, isSeq, visit } from "yaml";

/**
 * The YAML of a set, a case or a plan. The same content gives the same text.
 * @param comment lines above the content.
 */
export function yamlOf(content: unknown, comment: string): string {
  const document = new Document(content, { version: "1.2", aliasDuplicateObjects: false });
  document.commentBefore = comment
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n");
  visit(document, {
    Pair(_, pair) {
      if (
        isScalar(pair.key) &&
        ["indicators", "children", "assignments"].includes(String(pair.key.value)) &&
        isSeq(pair.value)
      )
        for (const [at, item] of pair.value.items.entries())
          if (isMap(item) && at > 0) item.spaceBefore = true;
    },
    Seq(_, seq) {
      const items = seq.items.map(String);
      const length = items.reduce((sum, item) => sum + item.length + 2, 0);
      if (seq.items.every(isScalar) && length <= 90 && !items.some((item) => item.includes("\n")))
        seq.flow = true;
    },
    Map(_, map) {
      // Small things stand on one line: { id: a, kind: count }.
      const small = map.items.every((pair) => isPair(pair) && isScalar(pair.value));
      const length = map.items.reduce((sum, pair) => sum + String(pair).length + 2, 0);
      if (
        small &&
        length <= 90 &&
        map.items.length <= 4 &&
        !map.items.some((pair) => String(pair).includes("\n"))
      )
        map.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
