import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { Loaded } from "../../shared/loaded.js";
import { useText } from "../../shared/text.js";
import { contentQuery, importQuery } from "./queries.js";
import classes from "./set-import.module.css";
import { SetReview } from "./set-review.js";

const route = getRouteApi("/shell/sets/new/import/$importId");

/** One document as it was read: its sets, one at a time. */
export function ReviewPage(): ReactNode {
  const say = useText();
  const { importId } = route.useParams();
  const work = useQuery({ ...importQuery(importId), refetchOnWindowFocus: false });
  const content = useQuery(contentQuery(importId));
  const [chosen, setChosen] = useState(0);
  return (
    <Loaded query={work}>
      {(made) => (
        <Loaded query={content}>
          {({ sets, findings }) => {
            const imported = sets[chosen];
            if (imported === undefined) return null;
            return (
              <SetReview
                key={`${importId} ${chosen}`}
                made={made}
                place={chosen}
                imported={imported}
                documentFindings={findings}
                choice={
                  sets.length > 1 && (
                    <NativeSelect
                      className={classes.setChoice ?? ""}
                      label={say("imports.sets", { count: sets.length })}
                      value={String(chosen)}
                      data={sets.map(({ set }, at) => ({ value: String(at), label: set.title }))}
                      onChange={(event) => setChosen(Number(event.currentTarget.value))}
                    />
                  )
                }
              />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
