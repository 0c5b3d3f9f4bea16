/** A password to be told once and changed at the first sign-in. */
import { randomInt } from "node:crypto";

/** No letter that is taken for another when read aloud or from paper: no i, l, o, 0, 1. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Sixteen random characters (79 bits) in groups: `k7fm-p2wd-9xhe-btu4`. */
export function newTemporaryPassword(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
