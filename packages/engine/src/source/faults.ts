/** What the reader of YAML would let pass, at whatever cost, and no set or data may have. */
import { type Document, isAlias, isMap, isScalar, type Node, type Scalar, visit, YAMLParseError } from "yaml";
import { type Message, message } from "../message.js";
import { yamlError } from "./yaml-errors.js";

/** Units and indicators are lists; the maps of a set, and of a unit's answers, have some hundreds of keys. */
const MOST_KEYS = 5000;
/** The reader looks for the anchor of each alias from the top of the file. Sets and data need next to none. */
const MOST_ALIASES = 1000;
/** A name that JavaScript objects keep for themselves: readers drop it without a word, so it is refused here. */
const UNSAFE_KEY = "__proto__";

/** Something that cannot stand, by its place in the text; the sentence is made when it is told. */
interface Fault {
  readonly offset: number;
  readonly text: () => Message;
}

/**
 * Finds keys written twice in one map, keys of the name `__proto__`, and maps of far too many keys, which are not
 * looked into; and aliases beyond a bound. A key given by an alias counts as the text it stands for. One walk,
 * whatever the text.
 */
export function faultsIn(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  const seen = new WeakMap<object, Set<string>>();
  const anchored = new Map<string, unknown>();
  let aliases = 0;
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        aliases += 1;
        if (aliases === MOST_ALIASES + 1) faults.push({ offset: start(node), text: () => TOO_MANY_ALIASES });
      } else if (node.anchor !== undefined) anchored.set(node.anchor, node);
      if (!isMap(node)) return undefined;
      if (node.items.length > MOST_KEYS) {
        faults.push({ offset: start(node), text: () => TOO_MANY_KEYS });
        return visit.SKIP;
      }
      seen.set(node, new Set());
      return undefined;
    },
    Pair(_, { key }, path) {
      const name = isAlias(key) ? anchored.get(key.source) : key;
      const map = path.at(-1);
      if (!isScalar(name) || !isMap(map)) return;
      const text = keyText(name);
      const keys = seen.get(map);
      if (keys?.has(text)) faults.push({ offset: start(key), text: () => TWICE });
      keys?.add(text);
      if (text === UNSAFE_KEY) faults.push({ offset: start(key), text: () => UNSAFE });
    },
  });
  return faults;
}

const TWICE = yamlError(new YAMLParseError([0, 0], "DUPLICATE_KEY", "Map keys must be unique"));
const TOO_MANY_KEYS = message(
  "Nhóm này có hơn 5.000 mục nên không được đọc; hãy ghi thành danh sách hoặc chia nhỏ",
  "This map has more than 5,000 keys and was not read; write it as a list, or split it",
);
const TOO_MANY_ALIASES = message(
  "Tệp dùng quá 1.000 tham chiếu (*) nên không được đọc; hãy ghi thẳng nội dung",
  "The file uses more than 1,000 aliases (*) and was not read; write the content out",
);
const UNSAFE = message(
  `Không dùng được tên mục "${UNSAFE_KEY}"; đặt tên khác`,
  `A key may not be called "${UNSAFE_KEY}"; give it another name`,
);

/** A key as it is written: 1.10 and 1.1 are two indicators. */
function keyText(key: Scalar): string {
  return key.type === "PLAIN" && key.source !== undefined ? key.source : String(key.value);
}

function start(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}
