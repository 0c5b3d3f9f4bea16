/** A letterhead on the page: read, kept, and what it lacks. */
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ifMatch, take } from "../../api/client.js";
import type { Letterhead, LetterheadView } from "../../api/reports-contract.js";

function letterheadQuery(unitId: string) {
  return queryOptions({
    queryKey: ["units", unitId, "letterhead"],
    queryFn: () => take(api.GET("/units/{id}/letterhead", { params: { path: { id: unitId } } })),
  });
}

/** What a document is printed without; every one of them may be written in by hand. */
export const lackable = ["body", "symbol", "place", "to", "recipients", "head", "office", "name"] as const;
export type Lackable = (typeof lackable)[number];

/** @param addressed whether the document goes to somebody ("Kính gửi"). */
export function lacking(letterhead: Letterhead, addressed: boolean): Lackable[] {
  const { body, symbol, place, to, recipients, signer } = letterhead;
  const forAnother = ["deputy", "ordered", "delegated"].includes(signer.form);
  const lacks: Record<Lackable, boolean> = {
    body: body === "",
    symbol: symbol === "",
    place: place === "",
    to: addressed && to.length === 0,
    recipients: recipients.length === 0,
    head: signer.head === "",
    office: forAnother && signer.office === "",
    name: signer.name === "",
  };
  return lackable.filter((field) => lacks[field]);
}

export interface EditedLetterhead {
  readonly query: { readonly data?: LetterheadView | undefined; readonly error: Error | null };
  /** As it stands on the page; undefined until it is read. */
  readonly letterhead: Letterhead | undefined;
  readonly mayChange: boolean;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly error: Error | null;
  edit(letterhead: Letterhead): void;
  /** Keeps what was changed, if anything was; throws what the server refused. */
  keep(): Promise<void>;
  /** Takes what is stored in place of what was typed. */
  reread(): Promise<void>;
}

/** A unit's letterhead being edited. What was typed stays until it is kept. */
export function useLetterhead(unitId: string): EditedLetterhead {
  const client = useQueryClient();
  const options = letterheadQuery(unitId);
  const query = useQuery(options);
  const [edited, setEdited] = useState<{ unitId: string; letterhead: Letterhead } | null>(null);
  const own = edited?.unitId === unitId ? edited.letterhead : undefined;
  const save = useMutation({
    mutationFn: (letterhead: Letterhead) =>
      take(
        api.PUT("/units/{id}/letterhead", {
          params: { path: { id: unitId } },
          headers: ifMatch(query.data?.version ?? 0),
          body: letterhead,
        }),
      ),
    onSuccess: (kept) => {
      client.setQueryData(options.queryKey, kept);
      setEdited(null);
    },
  });
  return {
    query,
    letterhead: own ?? query.data?.letterhead,
    mayChange: query.data?.mayChange ?? false,
    changed: own !== undefined,
    saving: save.isPending,
    error: save.error,
    edit: (letterhead) => setEdited({ unitId, letterhead }),
    keep: async () => {
      if (own !== undefined) await save.mutateAsync(withoutEmpty(own));
    },
    reread: async () => {
      await client.invalidateQueries({ queryKey: options.queryKey });
      setEdited(null);
      save.reset();
    },
  };
}

/** Lines that were left empty are no lines. */
function withoutEmpty(letterhead: Letterhead): Letterhead {
  const lines = (given: readonly string[]): string[] =>
    given.map((line) => line.trim()).filter((line) => line !== "");
  return { ...letterhead, to: lines(letterhead.to), recipients: lines(letterhead.recipients) };
}
