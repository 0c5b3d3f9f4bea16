/** Reads an assessment and its set, and opens it for whatever page is drawn inside. */
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Assessment } from "../../../api/assessment-contract.js";
import { ErrorState } from "../../../shared/error-state.js";
import { LineSkeleton, Loaded } from "../../../shared/loaded.js";
import { assessmentQuery, outlineQuery } from "../data/assessment-queries.js";
import { OpenDeclaration } from "./declaration.js";
import classes from "./screen.module.css";

/** Loading, refused, or open. */
export function OpenAssessment({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const query = useQuery(assessmentQuery(id));
  return (
    <Loaded query={query} skeleton={<ScreenSkeleton />}>
      {(assessment) => <WithSet assessment={assessment}>{children}</WithSet>}
    </Loaded>
  );
}

function WithSet({ assessment, children }: { assessment: Assessment; children: ReactNode }): ReactNode {
  const { data, error, refetch } = useQuery(outlineQuery(assessment.set));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <ScreenSkeleton />;
  return (
    <OpenDeclaration key={assessment.id} assessment={assessment} outline={data}>
      {children}
    </OpenDeclaration>
  );
}

function ScreenSkeleton(): ReactNode {
  return (
    <div className={classes.screen} aria-hidden>
      <div className={classes.header}>
        <Skeleton height={20} width="40%" />
      </div>
      <div className={classes.areas}>
        <div className={classes.side}>
          <LineSkeleton lines={12} />
        </div>
        <div className={classes.center}>
          <LineSkeleton lines={8} />
        </div>
      </div>
    </div>
  );
}
