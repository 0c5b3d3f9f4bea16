/** The authenticator application in somebody's pocket. */
import { generateSync } from "otplib";

/** The code that it shows at a moment. */
export const codeAt = (secret: string, at: Date): string =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

/** A code that is right neither then nor a step away from it. */
export function wrongCodeAt(secret: string, at: Date): string {
  const right = [-30, 0, 30].map((seconds) => codeAt(secret, new Date(at.getTime() + seconds * 1000)));
  return ["111111", "222222", "333333", "444444"].find((code) => !right.includes(code)) ?? "";
}
