import { shared as vi } from "../../shared/messages/vi.js";
import { useText } from "../../shared/text.js";

/** The role as the record has it: what was signed stays as it was signed. */
const APPROVER = vi["shared.role.approver"];

/** The function that names the role that signed in the reader's language; one that it does not know, as it is recorded. */
export function useSignedAs(): (as: string) => string {
  const say = useText();
  return (as) => (as === APPROVER ? say("shared.role.approver") : as);
}
