/** What is a document's own in its head: its number and its day. */
import { TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { DayField } from "../../shared/day-field.js";
import { useText } from "../../shared/text.js";
import type { Asked } from "./download.js";

interface OwnHead {
  readonly number: string;
  readonly day: string;
}

/** Number and day as they are typed, and as they are asked for. */
export function useOwnHead() {
  const [own, setOwn] = useState<OwnHead>({ number: "", day: "" });
  const number = own.number.trim();
  const asked: Asked = {
    ...(number === "" ? {} : { number }),
    ...(own.day === "" ? {} : { day: own.day }),
  };
  return { own, setOwn, asked };
}

export function OwnFields({ own, setOwn }: Pick<ReturnType<typeof useOwnHead>, "own" | "setOwn">): ReactNode {
  const say = useText();
  return (
    <>
      <TextInput
        label={say("reports.number")}
        placeholder={say("reports.number.hint")}
        maxLength={40}
        value={own.number}
        onChange={({ currentTarget }) => setOwn({ ...own, number: currentTarget.value })}
      />
      <DayField label={say("reports.day")} value={own.day} onChange={(day) => setOwn({ ...own, day })} />
    </>
  );
}
