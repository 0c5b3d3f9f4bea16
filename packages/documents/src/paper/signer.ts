/** In whose name a person signs: the forms of Nghị định 30/2020/NĐ-CP, Điều 13. */

/**
 * `head`: signs as what they are. `acting`: Q., holds the office for the time being. `deputy`: KT., in the head's place. `ordered`:
 * TL., by the head's order. `delegated`: TUQ., by the head's written delegation.
 */
export interface Signer {
  readonly form: "head" | "acting" | "deputy" | "ordered" | "delegated";
  /** The collective body decided for: "Ủy ban nhân dân" is signed "TM. ỦY BAN NHÂN DÂN". */
  readonly collective?: string;
  /** The head's office: "Trưởng Ban". What `deputy`, `ordered` and `delegated` sign in the name of. */
  readonly head: string;
  /** The signer's own office, for `deputy`, `ordered` and `delegated`: "Phó Trưởng Ban". */
  readonly office?: string;
  /** Left free when absent. */
  readonly name?: string;
}

/** The lines above a signature: `["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]`. */
export function signingLines({ form, collective, head, office }: Signer): string[] {
  const body = collective ? [`TM. ${collective}`] : [];
  const own = office ? [office] : [];
  const lines: Record<Signer["form"], string[]> = {
    head: [...body, head],
    acting: [...body, `Q. ${head}`],
    deputy: [...body, `KT. ${head}`, ...own],
    ordered: [`TL. ${head}`, ...own],
    delegated: [`TUQ. ${head}`, ...own],
  };
  return lines[form].map((line) => line.toLocaleUpperCase("vi"));
}
