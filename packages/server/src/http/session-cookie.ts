/** The session's cookie and token. The database keeps only the token's hash: a stolen backup opens no session. */
import { createHash, randomBytes } from "node:crypto";

export const SESSION_COOKIE = "opendti_session";
export const CSRF_HEADER = "x-csrf-token";

/** 256 bits that nobody guesses, in an alphabet that needs no quoting. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();
