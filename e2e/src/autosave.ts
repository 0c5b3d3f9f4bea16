/** An officer whose screen saves field by field, as the browser does: the same save is sent until it is acknowledged. */
import { setTimeout as pause } from "node:timers/promises";
import type { Person, ProblemBody } from "./person.js";

export interface Field {
  readonly code: string;
  readonly input: string;
}

/** A save that the server said it has. */
export interface Acknowledged extends Field {
  readonly by: string;
  readonly value: string;
  readonly version: number;
}

interface Answer {
  readonly value: unknown;
  readonly version: number;
}

export interface Saving {
  readonly acknowledged: readonly Acknowledged[];
  /** Every answer that was no acknowledgement: `503 not-ready`, `412 changed-meanwhile`, or `unanswered`. */
  readonly refused: readonly string[];
}

interface SavingOptions {
  readonly person: Person;
  readonly assessment: string;
  readonly fields: readonly Field[];
  /** A different number at every call, over all who save: a save that is there twice shows. */
  readonly next: () => string;
  readonly until: (saving: Saving) => boolean;
  /** Called after each acknowledgement. */
  readonly onSaved?: (saved: Acknowledged) => void;
  /** Refusals after which there is no point in going on. */
  readonly endsAt?: string;
}

/**
 * Saves one field after the other until told to end.
 * A save without an answer, or one that the server cannot take now, is sent again unchanged. On 412 the officer sees
 * what is there and saves a new value on top.
 */
export async function autosave(options: SavingOptions): Promise<Saving> {
  const { person, assessment, fields, next, until, onSaved, endsAt } = options;
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const saving: Saving = { acknowledged, refused };
  const versions = await versionsOf(person, assessment);
  for (let turn = 0; !until(saving); turn++) {
    const field = fields[turn % fields.length];
    if (field === undefined) throw new Error("nothing to save");
    const key = keyOf(field);
    let value = next();
    for (let done = false; !done; ) {
      const { status, body } = await put(person, assessment, field, value, versions.get(key) ?? 0);
      if (status === 200) {
        const saved = { ...field, by: person.login, value, version: (body as Answer).version };
        versions.set(key, saved.version);
        acknowledged.push(saved);
        onSaved?.(saved);
        done = true;
        continue;
      }
      const problem = body as ProblemBody | undefined;
      refused.push(status === 0 ? "unanswered" : `${status} ${problem?.code}`);
      if (problem?.code === endsAt) return saving;
      if (status === 412) {
        versions.set(key, problem?.current?.version ?? 0);
        value = next();
      } else if (status !== 0 && status !== 503)
        throw new Error(`${person.login} saved ${key}: ${status} ${JSON.stringify(body)}`);
      // As long as the browser waits at the least before it tries again.
      else await pause(20);
    }
  }
  return saving;
}

export const keyOf = ({ code, input }: Field): string => `${code}/${input}`;

async function put(
  person: Person,
  assessment: string,
  { code, input }: Field,
  value: string,
  version: number,
): Promise<{ status: number; body?: unknown }> {
  try {
    return await person.send(
      "PUT",
      `/assessments/${assessment}/answers/${code}/${input}`,
      { value },
      version,
    );
  } catch {
    return { status: 0 };
  }
}

async function versionsOf(person: Person, assessment: string): Promise<Map<string, number>> {
  const { body } = await person.get<{ answers: (Field & { version: number })[] }>(
    `/assessments/${assessment}`,
  );
  return new Map(body.answers.map((answer) => [keyOf(answer), answer.version]));
}
