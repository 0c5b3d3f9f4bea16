/** A letterhead as a file says it: any part, the rest being usual. */
import { z } from "zod";

const lines = z.array(z.string());

/** What a file may say of a letterhead. */
export const letterheadPartSchema = z.strictObject({
  fullName: z.string().optional(),
  shortName: z.string().optional(),
  superior: z.string().optional(),
  body: z.string().optional(),
  symbol: z.string().optional(),
  room: z.string().optional(),
  place: z.string().optional(),
  to: lines.optional(),
  recipients: lines.optional(),
  kept: z.string().optional(),
  signer: z
    .strictObject({
      form: z.enum(["head", "acting", "deputy", "ordered", "delegated"]).optional(),
      collective: z.string().optional(),
      head: z.string().optional(),
      office: z.string().optional(),
      name: z.string().optional(),
    })
    .optional(),
});
