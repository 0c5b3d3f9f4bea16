/** Edits kept in IndexedDB: they survive a reload, a crash of the browser and a restart of the machine. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Edit } from "./edit.js";
import type { DraftStorage } from "./surroundings.js";

type Place = [account: string, assessment: string, code: string, input: string];

interface Drafts extends DBSchema {
  edits: { key: Place; value: Edit };
}

let opened: Promise<IDBPDatabase<Drafts>> | undefined;

function database(): Promise<IDBPDatabase<Drafts>> {
  opened ??= openDB<Drafts>("opendti-drafts", 1, {
    upgrade(db) {
      db.createObjectStore("edits");
    },
  });
  return opened;
}

/** The edits of one person in one assessment; another person at the same machine never meets them. */
export function browserStorage(account: string, assessment: string): DraftStorage {
  const mine = IDBKeyRange.bound([account, assessment], [account, assessment, []]);
  return {
    async load() {
      return (await database()).getAll("edits", mine);
    },
    async keep(edit) {
      const write = (await database()).transaction("edits", "readwrite");
      const place: Place = [account, assessment, edit.code, edit.input];
      const kept = await write.store.get(place);
      if (!kept || kept.at <= edit.at) await write.store.put(edit, place);
      await write.done;
    },
    async drop(code, input, at) {
      const write = (await database()).transaction("edits", "readwrite");
      const place: Place = [account, assessment, code, input];
      const kept = await write.store.get(place);
      if (kept && kept.at <= at) await write.store.delete(place);
      await write.done;
    },
  };
}
