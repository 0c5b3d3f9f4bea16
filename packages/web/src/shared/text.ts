/** Texts by their catalogue id. A text that is not in the catalogues does not compile. */
import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { catalogue } from "../app/catalogues/vi.js";
import type { catalogue as others } from "../app/catalogues/vi-others.js";

/** The id of a text in the catalogues. */
export type TextId = keyof typeof catalogue | keyof typeof others;

/** The values that an ICU message takes. */
export type TextValues = Record<string, string | number | Date>;

/** Says a text in the reader's language. */
export type Say = (id: TextId, values?: TextValues) => string;

/** The function that says texts: `const say = useText(); say("home.title")`. */
export function useText(): Say {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
