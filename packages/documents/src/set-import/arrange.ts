/** What the top of a tree means: pillars, groups of pillars, "Thông tin chung"; and the codes of all rows. */
import { lastOf, prefixOf } from "./printed-codes.js";
import type { Tree, TreeNode } from "./tree.js";
import { fold, freeName } from "./words.js";

/** A row of the set with the name that data and plans use for it. */
export interface Coded {
  readonly code: string;
  /** Only where the code is printed twice. */
  readonly key: string | undefined;
}

export interface Arranged {
  readonly pillars: readonly TreeNode[];
  /** "I. Nhóm chỉ số nền tảng chung" over pillars whose numbers run on. */
  readonly groups: readonly { readonly node: TreeNode; readonly pillars: readonly TreeNode[] }[];
  /** "I. Thông tin chung" */
  readonly profile: readonly TreeNode[];
  /** A heading over everything, as "II. Chỉ số đánh giá". */
  readonly wrapper: TreeNode | undefined;
  readonly codes: ReadonlyMap<TreeNode, Coded>;
}

/** Sorts out the top of the tree and names every row. Takes the tree as {@link buildTree} gives it. */
export function arrange(tree: Tree): Arranged {
  const profile = tree.roots.filter(isProfile);
  const rest = tree.roots.filter((root) => !profile.includes(root));
  const outer = rest.filter(isOuter);
  const runsOn = outer.length > 0 && outer.length === rest.length && numbersRunOn(outer);
  const hold =
    runsOn &&
    outer.every((root) => root.children.length > 0) &&
    outer.some((root) => root.children.some((child) => child.children.length > 0));
  if (!hold) return { pillars: rest, groups: [], profile, wrapper: undefined, codes: codesOf(rest, outer) };
  const pillars = outer.flatMap((root) => root.children);
  const [wrapper] = outer;
  return {
    pillars,
    groups: outer.length > 1 ? outer.map((node) => ({ node, pillars: node.children })) : [],
    profile,
    wrapper: outer.length === 1 ? wrapper : undefined,
    codes: codesOf(pillars, []),
  };
}

function isProfile(root: TreeNode): boolean {
  return /^(?:phan |muc )?thong tin (?:chung|co ban|don vi|co quan|ve don vi|ve co quan)\b/.test(
    fold(root.title),
  );
}

/** A or I: something that may stand over pillars. */
function isOuter(root: TreeNode): boolean {
  return /^[A-ZĐ]+$/.test(root.printed);
}

/** Whether the numbers below A, B, C go on from one to the next, so that each still names one row. */
function numbersRunOn(outer: readonly TreeNode[]): boolean {
  const seen = new Set<string>();
  for (const { printed } of outer.flatMap((root) => root.children)) {
    if (printed === "" || seen.has(printed) || !/^\d+$/.test(printed)) return false;
    seen.add(printed);
  }
  return seen.size > 0;
}

function codesOf(roots: readonly TreeNode[], outer: readonly TreeNode[]): Map<TreeNode, Coded> {
  const codes = new Map<TreeNode, Coded>();
  const keys = new Set<string>();
  const printed = new Set(roots.map((root) => root.printed));
  const plain = numbersRunOn(outer) && roots.length === outer.length;
  const give = (node: TreeNode, code: string): void => {
    const key = freeName(code, keys, "-");
    codes.set(node, { code, key: key === code ? undefined : key });
  };
  const below = (node: TreeNode): void => {
    const own = codes.get(node)?.code ?? "";
    for (const [at, child] of node.children.entries()) {
      give(child, plain && outer.includes(node) ? child.printed : codeBelow(node, own, child, at));
      below(child);
    }
  };
  for (const [at, root] of roots.entries()) {
    give(root, root.printed !== "" ? root.printed : nextFree(at + 1, printed));
    below(root);
  }
  return codes;
}

/** "1.1" below 1 stays; below "II.1" the "1" is "II.1.1"; a row without a number takes its place among its siblings. */
function codeBelow(parent: TreeNode, own: string, child: TreeNode, at: number): string {
  const { printed } = child;
  if (printed === "")
    return `${own}.${nextFree(at + 1, new Set(parent.children.map((one) => lastOf(one.printed))))}`;
  const prefix = prefixOf(printed);
  if (prefix === undefined) return `${own}.${printed}`;
  return prefix === parent.printed && own !== prefix ? `${own}.${lastOf(printed)}` : printed;
}

function nextFree(from: number, taken: Set<string>): string {
  let number = from;
  while (taken.has(String(number))) number += 1;
  taken.add(String(number));
  return String(number);
}
