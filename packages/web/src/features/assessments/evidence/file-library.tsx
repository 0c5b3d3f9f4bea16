/** Files that the unit has sent before, in this year or earlier, to be used again without sending them anew. */
import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { LibraryFile } from "../../../api/assessment-contract.js";
import { formatDate } from "../../../shared/format.js";
import { useText } from "../../../shared/text.js";
import { useFormat } from "../../../shared/use-format.js";
import { filesQuery } from "../data/assessment-queries.js";
import { fold } from "../scoring/set-outline.js";
import classes from "./evidence.module.css";
import { useEvidencePlace } from "./evidence-place.js";
import { sizeText } from "./file-size.js";

/** A search and a list; nothing at all while the unit has no files. */
export function FileLibrary({ onChoose }: { onChoose(file: LibraryFile): void }): ReactNode {
  const say = useText();
  const { assessmentId } = useEvidencePlace();
  const { language } = useFormat();
  const { data } = useQuery(filesQuery(assessmentId));
  const [search, setSearch] = useState("");
  if (!data || data.items.length === 0) return null;
  const words = fold(search).split(/\s+/).filter(Boolean);
  const found = data.items.filter(({ name }) => words.every((word) => fold(name).includes(word)));
  return (
    <div>
      <TextInput
        label={say("assessments.evidence.library")}
        placeholder={say("assessments.evidence.librarySearch")}
        size="xs"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={classes.library}>
        {found.map((file) => (
          <li key={file.hash}>
            <div>
              <p className={classes.title}>{file.name}</p>
              <p className={classes.note}>
                {sizeText(file.size, language)} · {formatDate(file.at)}
                {file.usedIn.length > 0 &&
                  ` · ${say("assessments.evidence.usedIn", {
                    places: file.usedIn.map(({ year, code }) => `${code} (${year})`).join(", "),
                  })}`}
              </p>
            </div>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={say("assessments.evidence.useFile", { name: file.name })}
              onClick={() => onChoose(file)}
            >
              {say("assessments.evidence.use")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
