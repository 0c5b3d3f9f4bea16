/** One assessment open on the screen: what the parts of the screen share. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { Assessment } from "../../../api/assessment-contract.js";
import { forgetTextOfOthers } from "../../../shared/kept-text.js";
import { useSession } from "../../../shared/session.js";
import { useFormat } from "../../../shared/use-format.js";
import { assessmentQuery, checkQuery } from "../data/assessment-queries.js";
import { declaredIn, storedFields } from "../data/declared.js";
import { notingSaved, withSaved } from "../data/saved-answers.js";
import { browserStorage } from "../drafts/browser-storage.js";
import { browserClock, browserTabs } from "../drafts/browser-tabs.js";
import { DraftStore, type DraftSummary, type FieldState } from "../drafts/draft-store.js";
import { type FieldKey, fieldKey, PROFILE, type Stored } from "../drafts/edit.js";
import { httpTransport } from "../drafts/http-transport.js";
import type { SetOutline } from "../scoring/set-outline.js";
import { type AssessmentView, type IndicatorView, viewOf } from "../scoring/view-model.js";

export interface Declaration {
  readonly assessment: Assessment;
  readonly outline: SetOutline;
  readonly store: DraftStore;
  readonly view: AssessmentView;
  readonly language: "vi" | "en";
  /** Addresses given to the person at the screen, or to their room. */
  readonly mine: ReadonlySet<string>;
  /** What the person may declare; null for everything. */
  readonly own: ReadonlySet<string> | null;
  /** The indicators that the person answers for: a room officer's own, everybody else's all. */
  readonly counted: readonly IndicatorView[];
  /** Whether the person may declare an indicator (the profile, by its own code). */
  mayDeclare(address: string): boolean;
}

const DeclarationContext = createContext<Declaration | null>(null);

/** The assessment that is open. */
export function useDeclaration(): Declaration {
  const declaration = use(DeclarationContext);
  if (!declaration) throw new Error("no assessment is open here");
  return declaration;
}

/** Opens the drafts of an assessment; they are closed when the screen goes. */
function useDraftStore(assessment: Assessment): DraftStore {
  const { account } = useSession();
  const { id } = assessment;
  const client = useQueryClient();
  const noteSaved = (code: string, input: string, stored: Stored): void => {
    client.setQueryData(assessmentQuery(id).queryKey, (held) => held && withSaved(held, code, input, stored));
    void client.invalidateQueries({ queryKey: checkQuery(id).queryKey });
  };
  const make = (): DraftStore =>
    new DraftStore({
      account: account.id,
      transport: notingSaved(httpTransport(id), noteSaved),
      storage: browserStorage(account.id, id),
      tabs: browserTabs(`opendti-drafts ${account.id} ${id}`),
      clock: browserClock,
    });
  const [store, setStore] = useState<DraftStore>(() => make());
  // An effect may run twice, and what was closed stays closed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `make` holds nothing that changes but the two ids
  useEffect(() => {
    let open = store;
    if (open.isClosed) {
      open = make();
      setStore(open);
    }
    open.refresh(storedFields(assessment));
    void open.open();
    return () => open.close();
  }, [account.id, id]);
  useEffect(() => store.refresh(storedFields(assessment)), [store, assessment]);
  useWakeUps(store, assessment);
  return store;
}

/** Tries again when the line is back, when the deadline moved, and says before closing that something is not sent. */
function useWakeUps(store: DraftStore, assessment: Assessment): void {
  const { dueAt, state } = assessment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is tried again when these change
  useEffect(() => store.retry(), [store, dueAt, state]);
  useEffect(() => {
    const again = (): void => store.retry();
    const hide = (): void => store.flush();
    const leave = (event: BeforeUnloadEvent): void => {
      const { saving, waiting, kept } = store.summary();
      store.flush();
      if (!kept && saving + waiting > 0) event.preventDefault();
    };
    window.addEventListener("online", again);
    window.addEventListener("pagehide", hide);
    window.addEventListener("beforeunload", leave);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("beforeunload", leave);
    };
  }, [store]);
}

/** Gives the assessment to everything inside, scored anew at every change. */
export function OpenDeclaration(props: {
  assessment: Assessment;
  outline: SetOutline;
  children: ReactNode;
}): ReactNode {
  const { assessment, outline, children } = props;
  const { language } = useFormat();
  const { account } = useSession();
  useEffect(() => forgetTextOfOthers(account.id), [account.id]);
  useEffect(() => {
    void import("../../../api/kept-copy.js")
      .then(({ keepRead }) => keepRead(account.id, "assessment", assessment.id, assessment))
      .catch(() => undefined);
  }, [account.id, assessment]);
  const store = useDraftStore(assessment);
  const revision = useSyncExternalStore(store.subscribe, store.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision stands for the values of the store
  const view = useMemo(
    () => viewOf(outline, declaredIn(store, assessment)),
    [outline, store, assessment, revision],
  );
  const mine = useMemo(() => ownCodes(assessment, account.id), [assessment, account.id]);
  const declaration = useMemo<Declaration>(() => {
    const { may, state } = assessment;
    const codes = may.codes === null ? null : new Set(may.codes);
    return {
      assessment,
      outline,
      store,
      view,
      language,
      mine,
      own: codes,
      counted:
        codes === null || mine.size === 0
          ? view.indicators
          : view.indicators.filter(({ item }) => mine.has(item.address)),
      mayDeclare: (address) => may.declare && state !== "submitted" && (codes === null || codes.has(address)),
    };
  }, [assessment, outline, store, view, language, mine]);
  return <DeclarationContext value={declaration}>{children}</DeclarationContext>;
}

function ownCodes({ assignments, rooms, may }: Assessment, account: string): Set<string> {
  const ownRooms = new Set(
    rooms.filter(({ officers }) => officers.some(({ id }) => id === account)).map(({ id }) => id),
  );
  const given = assignments
    .filter(
      ({ account: to, unit }) =>
        to?.id === account || (to === null && unit !== null && ownRooms.has(unit.id)),
    )
    .map(({ code }) => code);
  return new Set([...given, ...(may.codes ?? []).filter((code) => code !== PROFILE)]);
}

/** One field of the open assessment. */
export function useField(code: string, input: string): FieldState {
  const { store } = useDeclaration();
  const key = fieldKey(code, input);
  return useSyncExternalStore(store.subscribe, () => store.field(key));
}

/** What is saved, what waits, what needs an answer. */
export function useDraftSummary(): DraftSummary {
  const { store } = useDeclaration();
  return useSyncExternalStore(store.subscribe, () => store.summary());
}

/** Fields whose value on this screen is not the server's yet; nothing leaves the unit before there are none. */
export function unsentCount({ saving, waiting, unreadable, conflicts, refused }: DraftSummary): number {
  return saving + waiting + unreadable.length + conflicts.length + refused.length;
}

/** Fields that only a person can settle, the most urgent first. */
export function stuckFields({ conflicts, refused, unreadable }: DraftSummary): FieldKey[] {
  return [...conflicts, ...refused.map(({ key }) => key), ...unreadable];
}

/** Code and input of a field's key. */
export function partsOf(key: FieldKey): { code: string; input: string } {
  const slash = key.indexOf("/");
  return { code: key.slice(0, slash), input: key.slice(slash + 1) };
}

/** Reads the assessment anew after something about it has changed on the server. */
export function useReread(): () => Promise<void> {
  const client: QueryClient = useQueryClient();
  const { assessment } = useDeclaration();
  return () => client.invalidateQueries({ queryKey: ["assessments", assessment.id] });
}
