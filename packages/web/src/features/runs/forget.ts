import { useQueryClient } from "@tanstack/react-query";

/** Forgets what was read of runs, campaigns, results and homes: a decision changes all of them. */
export function useForget(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      ["runs", "campaigns", "results", "assessments", "appraisals", "queries", "home"].map((key) =>
        queryClient.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
}
