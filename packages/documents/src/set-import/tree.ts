/**
 * The tree of a set from the rows of its tables, by the printed numbers: 1, 1.1, a; I, 1, 1.1; headings without a number.
 * Every row of the table ends up in exactly one place: a node, a datum or an option of a node, or a total.
 */
import type { Place } from "../blocks/types.js";
import { type CodeStyle, cleanCode, prefixOf, type RowStyle, ranksAbove, styleOf } from "./printed-codes.js";
import type { SheetRow } from "./rows.js";
import { divides } from "./settled-rows.js";
import { plainWords } from "./words.js";

export interface TreeNode {
  /** As printed; "" where the row prints none. */
  readonly printed: string;
  title: string;
  /** Undefined for a heading that only the words above a table name. */
  readonly row: SheetRow | undefined;
  /** An unnumbered heading printed above this row. */
  heading: string | undefined;
  readonly parent: TreeNode | undefined;
  readonly children: TreeNode[];
  /** Rows without a number under this one: data it is computed from, or parts of it. */
  readonly parts: SheetRow[];
  readonly options: SheetRow[];
  /** Rows a, b, c under this one that name its data one by one. */
  readonly letters: SheetRow[];
  readonly place: Place;
}

export interface Tree {
  readonly roots: TreeNode[];
  readonly totals: SheetRow[];
  /** Headings that nothing stands below. */
  readonly leftOut: readonly SheetRow[];
  /** Nodes whose number no row prints: made from the numbers below them. */
  readonly implied: ReadonlySet<TreeNode>;
}

/** The rows of one table, and the heading that stands above it. */
export interface TableRows {
  readonly rows: readonly SheetRow[];
  /** The heading above the table, when it names the pillar of the rows; null when it names the whole set. */
  readonly pillar: string | null;
  readonly place: Place;
}

/** Builds the tree of the tables of one set, in the order of the document. */
export function buildTree(tables: readonly TableRows[]): Tree {
  const builder = new TreeBuilder();
  for (const table of tables) builder.add(table);
  builder.finish();
  return { roots: builder.roots, totals: builder.totals, leftOut: builder.leftOut, implied: builder.implied };
}

interface Level {
  readonly style: RowStyle;
  readonly node: TreeNode;
}

/** A heading that no row has taken yet. */
interface Waiting {
  readonly title: string;
  readonly row: SheetRow | undefined;
  readonly place: Place;
}

class TreeBuilder {
  readonly roots: TreeNode[] = [];
  readonly totals: SheetRow[] = [];
  readonly leftOut: SheetRow[] = [];
  readonly implied = new Set<TreeNode>();
  private readonly byPrinted = new Map<string, TreeNode>();
  private stack: Level[] = [];
  private lastHighest: string | undefined;
  private waiting: Waiting | undefined;

  add({ rows, pillar, place }: TableRows): void {
    const heads = groupRows(rows);
    const named = pillar === null ? undefined : { ...numberedTitle(pillar), row: undefined, place };
    if (named && rows.some((row) => row.code !== "" && !/[.-]/.test(row.code)))
      this.pushGroup(named, named.printed);
    else if (named) this.waiting = named;
    for (const row of rows) this.addRow(row, heads.has(row));
  }

  /** Rows without a number that divide the points of their indicator become indicators below it. */
  finish(): void {
    this.dropWaiting();
    const visit = (node: TreeNode): void => {
      if (node.children.length === 0 && divides(node.row, node.parts))
        for (const part of node.parts.splice(0)) node.children.push(this.node("", part, node));
      for (const child of node.children) visit(child);
    };
    for (const root of this.roots) visit(root);
  }

  private addRow(row: SheetRow, heads: boolean): void {
    if (row.kind === "total") this.totals.push(row);
    else if (heads) this.pushGroup({ title: row.title, row, place: row.place }, row.code);
    else if (row.kind === "part" || row.kind === "option") this.addBelow(row);
    else if (row.code === "") this.addUnnumbered(row);
    else this.addNumbered(row, row.code);
  }

  private addBelow(row: SheetRow): void {
    const node = this.stack.at(-1)?.node;
    if (node) listFor(node, row).push(row);
    else this.waiting = { title: row.title, row, place: row.place };
  }

  /** A heading that nothing took is told of. */
  private dropWaiting(): void {
    if (this.waiting?.row) this.leftOut.push(this.waiting.row);
    this.waiting = undefined;
  }

  /** A pillar that prints no number: what follows stands below it. */
  private pushGroup({ title, row, place }: Waiting, printed: string): void {
    this.waiting = undefined;
    const parent = this.stack.findLast(({ style }) => style === "roman" || style === "letter")?.node;
    this.push("group", this.node(printed, row, parent, title, place), parent);
  }

  /** A row without a number heads what follows, or is an indicator whose number was lost. */
  private addUnnumbered(row: SheetRow): void {
    if (row.kind === "group") {
      this.dropWaiting();
      this.waiting = { title: row.title, row, place: row.place };
      return;
    }
    const top = this.stack.at(-1);
    const heads = top?.style === "group" || top?.node.row?.kind === "group";
    const parent = heads ? top?.node : top?.node.parent;
    this.push("unnumbered", this.node("", row, parent), parent);
  }

  private addNumbered(row: SheetRow, printed: string): void {
    const code = cleanCode(printed) ?? printed;
    const style = styleOf(code, this.lastHighest);
    const top = this.stack.at(-1)?.node;
    if (style === "small" && top && row.max === "") {
      top.letters.push(row);
      return;
    }
    const parent = /[.-]/.test(code) ? this.parentByPrefix(code) : this.parentByStyle(style);
    const node = this.node(code, row, parent);
    this.takeHeading(node, parent);
    if (!parent) this.lastHighest = code;
    this.push(style, node, parent);
    this.byPrinted.set(code, node);
  }

  /** The nearest node whose printed number the code begins with; made when no row prints it. */
  private parentByPrefix(code: string): TreeNode | undefined {
    const prefix = prefixOf(code) ?? "";
    const open =
      this.stack.findLast((level) => level.node.printed === prefix)?.node ?? this.byPrinted.get(prefix);
    if (open) return open;
    const above = prefixOf(prefix);
    const holder = above === undefined ? undefined : this.byPrinted.get(above);
    if (holder) return this.imply(prefix, holder);
    const outer = this.stack.findLast((level) => level.style === "roman" || level.style === "letter")?.node;
    return this.imply(
      prefix,
      outer && !/^\d/.test(outer.printed) && outer.printed !== "" ? outer : undefined,
    );
  }

  /** A node for a number that only the numbers below it show, named by the heading that waits. */
  private imply(printed: string, parent: TreeNode | undefined): TreeNode {
    const { waiting } = this;
    const node = this.node(printed, waiting?.row, parent, waiting?.title ?? "", waiting?.place);
    this.waiting = undefined;
    this.implied.add(node);
    this.push("dotted", node, parent);
    this.byPrinted.set(printed, node);
    return node;
  }

  private parentByStyle(style: CodeStyle): TreeNode | undefined {
    const same = this.stack.findLast((level) => level.style === style);
    if (same) return same.node.parent;
    return this.stack.findLast((level) => ranksAbove(level.style, style))?.node;
  }

  /** A heading right above the first of siblings names their group where they have none; else it is a heading in the print. */
  private takeHeading(node: TreeNode, parent: TreeNode | undefined): void {
    const { waiting } = this;
    if (!waiting) return;
    this.waiting = undefined;
    if (waiting.row || parent)
      node.heading = plainWords(waiting.title) === plainWords(node.title) ? undefined : waiting.title;
  }

  private node(
    printed: string,
    row: SheetRow | undefined,
    parent: TreeNode | undefined,
    title = row?.title ?? "",
    place = row?.place ?? {},
  ): TreeNode {
    return {
      printed,
      title,
      row,
      heading: undefined,
      parent,
      children: [],
      parts: [],
      options: [],
      letters: [],
      place,
    };
  }

  private push(style: Level["style"], node: TreeNode, parent: TreeNode | undefined): void {
    (parent?.children ?? this.roots).push(node);
    const at = parent === undefined ? 0 : this.stack.findIndex((level) => level.node === parent) + 1;
    // A parent that is no longer open comes back with those above it.
    this.stack = at > 0 || parent === undefined ? this.stack.slice(0, at) : this.openAgain(parent);
    this.stack.push({ style, node });
  }

  private openAgain(node: TreeNode): Level[] {
    const above = node.parent ? this.openAgain(node.parent) : [];
    return [...above, { style: node.printed === "" ? "unnumbered" : styleOf(node.printed, undefined), node }];
  }
}

/** "2. Thể chế số" above a table is number 2. */
function numberedTitle(words: string): { title: string; printed: string } {
  const [, printed = "", title = words] = /^([IVX]+|\d+|[A-Z])[.)]\s+(.+)$/su.exec(words) ?? [];
  return { title, printed };
}

/** Where a row below an indicator belongs: "a", "b" name its data one by one. */
function listFor(node: TreeNode, row: SheetRow): SheetRow[] {
  if (row.kind === "option") return node.options;
  return /^[a-zđ]\d?$/.test(row.code) ? node.letters : node.parts;
}

/**
 * Headings without a number that are pillars, not headings in the print between rows of one list: they carry points, or
 * the numbers begin again below each of them.
 */
function groupRows(rows: readonly SheetRow[]): Set<SheetRow> {
  const found = new Set<SheetRow>();
  let section: { readonly row: SheetRow; readonly first: string }[] = [];
  const close = (): void => {
    const restarts = section.length > 1 && section.every(({ first }) => first === "1");
    for (const { row } of section) if (restarts || row.max !== "") found.add(row);
    section = [];
  };
  for (const [at, row] of rows.entries()) {
    if (
      row.kind === "group" &&
      row.code !== "" &&
      row.max === "" &&
      rows[at + 1]?.code === "1" &&
      /^\d+$/.test(row.code)
    )
      found.add(row);
    else if (row.kind === "group" && row.code === "") {
      const first = rows.slice(at + 1).find((other) => other.code !== "")?.code ?? "";
      if (/^\d+$/.test(first)) section.push({ row, first });
    } else if (row.kind === "group" && /^[A-ZĐ]/.test(row.code)) close();
  }
  close();
  return found;
}
