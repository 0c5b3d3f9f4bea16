/**
 * A result bundle: one file that says how a campaign's results came about, for whoever wants to compute them again
 * without us. Types and names only; docs/result-bundle.md says the same in words.
 */

export const BUNDLE_FORMAT = "opendti-bundle-1";
export const EVIDENCE_FORMAT = "opendti-evidence-1";

/** The parts, in the order in which they stand in the file. */
export const PARTS = {
  manifest: "manifest.json",
  /** The set's text, byte for byte. */
  set: "set.yaml",
  /** What the run was scored from: see packages/engine/src/run/input.ts. */
  input: "input.json.gz",
  /** What the run says: the text whose hash is the result hash (packages/engine/src/run/result.ts). */
  results: "results.jsonl.gz",
  /** What proves the data, by reference: a line a unit. */
  evidence: "evidence.jsonl.gz",
  audit: "audit.json",
  /** Of all parts before it, as `sha256sum -c` reads it. */
  sums: "SHA256SUMS",
} as const;

export type PartName = (typeof PARTS)[keyof typeof PARTS];

export interface BundlePart {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of a packed part: what it unpacks to. */
  readonly unpacked?: { readonly bytes: number; readonly sha256: string };
}

export interface BundleRun {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly units: number;
  /** SHA-256 of the unpacked input, and of the unpacked results: both stand in the audit log since the run was made. */
  readonly inputHash: string;
  readonly resultHash: string;
  /** ISO 8601, UTC. */
  readonly compiledAt: string;
  readonly approvedAt: string | null;
  readonly publishedAt: string | null;
}

export interface BundleManifest {
  readonly format: string;
  readonly campaign: { readonly id: string; readonly name: string; readonly year: number };
  readonly set: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    /** SHA-256 of its text. */
    readonly hash: string;
  };
  readonly run: BundleRun;
  /** The newest seal of the audit log when the bundle was made; null: nothing was sealed yet. */
  readonly audit: AuditSeal | null;
  readonly parts: readonly BundlePart[];
}

/** A sealed batch of the audit log, as one may write it down elsewhere. */
export interface AuditSeal {
  readonly number: string;
  readonly hash: string;
  readonly sealedAt: string;
}

/** A sealed batch with its place in the chain; numbers as text, since they may exceed what JSON holds. */
export interface AuditBatch extends AuditSeal {
  readonly fromXact: string;
  readonly toXact: string;
  readonly events: string;
  readonly previousHash: string;
}

export interface AuditPart {
  readonly head: AuditSeal | null;
  /** In the order of the chain: those sealed since the run was compiled, until it was published. */
  readonly batches: readonly AuditBatch[];
}

/** One piece of evidence as it may leave the house: what it is and its hash, no bytes, no person. */
export interface EvidenceReference {
  /** Of the indicator. */
  readonly code: string;
  readonly kind: "document" | "link" | "file";
  readonly number?: string | null;
  readonly symbol?: string | null;
  readonly date?: string | null;
  readonly issuer?: string | null;
  readonly page?: string | null;
  readonly section?: string | null;
  readonly url?: string;
  /** Of a file: SHA-256 of its bytes. */
  readonly sha256?: string;
  readonly mediaType?: string;
  readonly bytes?: number;
}

export interface UnitEvidence {
  readonly unit: string;
  readonly evidence: readonly EvidenceReference[];
}
