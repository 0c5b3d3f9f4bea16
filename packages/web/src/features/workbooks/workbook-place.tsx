import { IconFileSpreadsheet } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DropPlace } from "../../shared/drop-place.js";
import { useText } from "../../shared/text.js";

interface WorkbookPlaceProps {
  readonly busy: boolean;
  /** Of the file that is being read. */
  readonly name: string;
  onFile(file: File): void;
}

/** Where a filled-in workbook is dropped or chosen. */
export function WorkbookPlace({ busy, name, onFile }: WorkbookPlaceProps): ReactNode {
  const say = useText();
  return (
    <DropPlace
      icon={<IconFileSpreadsheet size={28} stroke={1.25} aria-hidden />}
      title={say("workbooks.drop")}
      formats={say("workbooks.formats")}
      choose={say("workbooks.choose")}
      accept=".xlsx"
      busy={busy ? say("workbooks.reading", { name }) : undefined}
      onFile={onFile}
    />
  );
}
