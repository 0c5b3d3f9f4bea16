/** Passwords: argon2id as OWASP asks (19 MiB, two passes), and what makes one acceptable. */
import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../../http/problem.js";

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password of nobody: checking against it takes as long as checking a real one, so that time tells no names. */
const decoy = hash("no account has this password", COST);

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), COST);

/** @param stored absent: there is no such account; takes the same time and is never right. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await decoy), password.normalize("NFC"));
  return right && stored !== null && stored !== undefined;
}

const PLAIN_LENGTH = 14;
const LENGTH_WITH_TOTP = 8;

/** Whether a password is acceptable only beside one-time codes. */
export const needsTotp = (password: string): boolean => [...password.normalize("NFC")].length < PLAIN_LENGTH;

/**
 * Refuses a password that is too short (14 characters, or 8 beside one-time codes), that repeats a few characters,
 * or that contains the sign-in name.
 * @throws {Problem} `password-too-weak` saying what is missing.
 */
export function requireStrong(password: string, login: string, totpEnabled: boolean): void {
  const characters = [...password.normalize("NFC")];
  const least = totpEnabled ? LENGTH_WITH_TOTP : PLAIN_LENGTH;
  if (characters.length < least)
    throw new Problem("password-too-weak", {
      vi: `Mật khẩu cần ít nhất ${least} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
      en: `A password needs at least ${least} characters. A short sentence is best.`,
    });
  if (new Set(characters).size < 5)
    throw new Problem("password-too-weak", {
      vi: "Mật khẩu lặp lại quá ít ký tự khác nhau.",
      en: "The password repeats too few different characters.",
    });
  if (login.length >= 4 && password.toLowerCase().includes(login.toLowerCase()))
    throw new Problem("password-too-weak", {
      vi: "Mật khẩu không được chứa tên đăng nhập.",
      en: "The password must not contain the sign-in name.",
    });
}
