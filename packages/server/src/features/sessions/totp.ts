/** One-time codes (RFC 6238): six digits, thirty seconds, one step of clock difference either way. */

/** Loaded by the first who has one-time codes. */
const otplib = () => import("otplib");

const STEP_SECONDS = 30;

/** A new secret, base32. */
export const newTotpSecret = async (): Promise<string> => (await otplib()).generateSecret();

/** What an authenticator application scans. */
export const totpUri = async (secret: string, login: string): Promise<string> =>
  (await otplib()).generateURI({ issuer: "OpenDTI", label: login, secret });

/**
 * The time step a code is right for, or null. The caller refuses a step already used, so that a code works once.
 * @param secret base32
 */
export async function totpStepOf(secret: string, code: string, at: Date): Promise<number | null> {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(at.getTime() / 1000);
  const { verifySync } = await otplib();
  const verified = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  return verified.valid && "timeStep" in verified ? verified.timeStep : null;
}
