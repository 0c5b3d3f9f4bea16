import { useQueryClient } from "@tanstack/react-query";
import { notice } from "../../shared/notice.js";

/** What follows a change of units: every list and page of units is read anew, it is said, and the dialog closes. */
export function useSettle(onClose: () => void): (text: string) => Promise<void> {
  const queryClient = useQueryClient();
  return async (text) => {
    await queryClient.invalidateQueries({ queryKey: ["units"] });
    notice(text);
    onClose();
  };
}
