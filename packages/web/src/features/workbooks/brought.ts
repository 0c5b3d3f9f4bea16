/** A workbook that was sent: read, looked at, chosen from, taken. */
import { type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isProblem } from "../../api/problem.js";
import { notice } from "../../shared/notice.js";
import { useText } from "../../shared/text.js";
import { type Choosable, firstChoice, isTakeable, keptChoice } from "./choice.js";

/** What the pages of all kinds of workbooks have in common. */
export interface Reading {
  readonly id: string;
  readonly rows: readonly Choosable[];
}

interface Ways<R extends Reading> {
  /** Of the reading that is open, by its id. */
  key(id: string): QueryKey;
  send(file: File): Promise<R>;
  look(id: string): Promise<R>;
  take(id: string, rows: readonly { row: number; version: number }[]): Promise<{ taken: number }>;
  /** The reading that the address names. */
  readonly open: string | undefined;
  onRead(id: string): void;
  /** What was taken is stored: whatever shows it is to be read anew. */
  onTaken(): Promise<unknown>;
}

export type Brought<R extends Reading> = ReturnType<typeof useBrought<R>>;

/** Sends, looks, chooses and takes. */
export function useBrought<R extends Reading>({ key, send, look, take, open, onRead, onTaken }: Ways<R>) {
  const say = useText();
  const client = useQueryClient();
  const reading = useQuery({
    queryKey: key(open ?? ""),
    queryFn: () => look(open ?? ""),
    enabled: open !== undefined,
    refetchOnWindowFocus: false,
  });
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (made) => {
      client.setQueryData(key(made.id), made);
      taking.reset();
      onRead(made.id);
    },
  });
  const { chosen, choose } = useChoice(reading.data);
  const taking = useMutation({
    mutationFn: async (made: R) =>
      take(
        made.id,
        made.rows
          .filter((one) => chosen.has(one.row) && isTakeable(one))
          .map(({ row, version }) => ({ row, version })),
      ),
    onSuccess: ({ taken }) => notice(say("workbooks.taken", { count: taken })),
    onSettled: async (_, error) => {
      // Also when it was refused: what stands there now is what the next choice is made on.
      if (error === null || isProblem(error)) await client.invalidateQueries({ queryKey: key(open ?? "") });
      if (error === null) await onTaken();
    },
  });
  return { reading, sending, taking, chosen, choose };
}

/** The choice of rows; of what has changed since it was seen nothing stays chosen. */
function useChoice(made: Reading | undefined): {
  readonly chosen: ReadonlySet<number>;
  choose(rows: ReadonlySet<number>): void;
} {
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set());
  const before = useRef<Reading | undefined>(undefined);
  useEffect(() => {
    if (made === undefined || made === before.current) return;
    const last = before.current;
    before.current = made;
    if (last === undefined || last.id !== made.id) choose(firstChoice(made.rows));
    else choose((now) => keptChoice(now, last.rows, made.rows));
  }, [made]);
  return { chosen, choose };
}
