/** Adding, changing and removing evidence on the server. */
import { useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Assessment, Evidence, EvidenceItem, StoredFile } from "../../../api/assessment-contract.js";
import { api, ifMatch, take } from "../../../api/client.js";
import { assessmentQuery } from "../data/assessment-queries.js";
import { useDeclaration } from "../screen/declaration.js";
import { useEvidencePlace } from "./evidence-place.js";

/** The types the server takes, as a browser's file dialog names them. */
export const ACCEPTED_FILES = ".pdf,.docx,.xlsx,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

/** 25 MB, counted as the server does. */
export const LARGEST_FILE = 25 * 1024 * 1024;

function useEvidenceCache(): (change: (evidence: Evidence[]) => Evidence[]) => void {
  const client = useQueryClient();
  const { assessment } = useDeclaration();
  const { queryKey } = assessmentQuery(assessment.id);
  return (change) => {
    client.setQueryData<Assessment>(queryKey, (known) =>
      known ? { ...known, evidence: change(known.evidence) } : known,
    );
    void client.invalidateQueries({ queryKey, exact: true });
  };
}

const ADDING = ["evidence", "adding"] as const;

/** Whether a piece of evidence is on its way: what goes with it waits. */
export function useAddingEvidence(): boolean {
  return useIsMutating({ mutationKey: ADDING }) > 0;
}

/** Adds pieces of evidence where they are shown, in order. */
export function useAddEvidence(code: string) {
  const { add } = useEvidencePlace();
  return useMutation({
    mutationKey: ADDING,
    mutationFn: (items: readonly EvidenceItem[]) => add(code, items),
  });
}

/** How the declaring screen stores pieces: with the assessment, each shown as soon as it is there. */
export function useDeclareEvidence(): (code: string, items: readonly EvidenceItem[]) => Promise<void> {
  const { assessment } = useDeclaration();
  const change = useEvidenceCache();
  return async (code, items) => {
    for (const item of items) {
      const added = await take(
        api.POST("/assessments/{id}/evidence", {
          params: { path: { id: assessment.id } },
          body: { code, item },
        }),
      );
      change((evidence) => [...evidence.filter(({ id }) => id !== added.id), added]);
    }
  };
}

/** Changes one piece; refused when somebody else has changed it meanwhile. */
export function useChangeEvidence() {
  const { assessment } = useDeclaration();
  const change = useEvidenceCache();
  return useMutation({
    mutationFn: ({ evidence, item }: { evidence: Evidence; item: EvidenceItem }) =>
      take(
        api.PUT("/assessments/{id}/evidence/{evidenceId}", {
          params: { path: { id: assessment.id, evidenceId: evidence.id } },
          headers: ifMatch(evidence.version),
          body: { item },
        }),
      ),
    onSuccess: (changed) =>
      change((evidence) => evidence.map((each) => (each.id === changed.id ? changed : each))),
  });
}

/** Removes one piece; its file stays in the unit's library. */
export function useRemoveEvidence() {
  const { assessment } = useDeclaration();
  const change = useEvidenceCache();
  return useMutation({
    mutationFn: (evidence: Evidence) =>
      take(
        api.DELETE("/assessments/{id}/evidence/{evidenceId}", {
          params: { path: { id: assessment.id, evidenceId: evidence.id } },
          headers: ifMatch(evidence.version),
        }),
      ),
    onSuccess: (_nothing, removed) => change((evidence) => evidence.filter(({ id }) => id !== removed.id)),
  });
}

/** What the piece is on its own: what is stored of it without who and when. */
export function itemOf(evidence: Evidence): EvidenceItem {
  const { id: _id, code: _code, version: _version, by: _by, at: _at, ...item } = evidence;
  return item;
}

/** A file that was refused or lost on the way. */
export class UploadFailed extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
    this.name = "UploadFailed";
  }
}

/**
 * Sends a file, telling how far it has come (0 to 1). XMLHttpRequest, because fetch does not tell.
 * @param token the csrf token of the session.
 */
export function uploadFile(
  address: string,
  file: File,
  headers: Readonly<Record<string, string>>,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as StoredFile);
      else reject(new UploadFailed(request.status, sentenceOf(request.response)));
    };
    request.onerror = () => reject(new UploadFailed(0, ""));
    request.onabort = () => reject(new UploadFailed(-1, ""));
    stop.addEventListener("abort", () => request.abort(), { once: true });
    const form = new FormData();
    form.set("file", file, file.name);
    request.send(form);
  });
}

function sentenceOf(answer: unknown): string {
  if (typeof answer !== "object" || answer === null) return "";
  const { detail, title } = answer as { detail?: unknown; title?: unknown };
  return typeof detail === "string" ? detail : typeof title === "string" ? title : "";
}
