/** The places of the screen, in order: the profile, then every indicator that is filled in. */
import { PROFILE } from "../drafts/edit.js";
import type { AssessmentView } from "../scoring/view-model.js";

/** Addresses in the order of the document. */
function placesOf(view: AssessmentView): string[] {
  const indicators = view.indicators.map(({ item }) => item.address);
  return view.outline.profile.length > 0 ? [PROFILE, ...indicators] : indicators;
}

/**
 * The place that is open: the one asked for when there is such, else the first that is not complete.
 * @param own the addresses the person declares; null for all of them.
 */
export function openPlace(
  view: AssessmentView,
  asked: string | undefined,
  own: ReadonlySet<string> | null = null,
): string {
  if (asked === PROFILE && view.outline.profile.length > 0) return PROFILE;
  if (asked !== undefined && view.byAddress.has(asked)) return asked;
  const waiting = view.indicators.find(
    ({ completion, item }) => completion !== "complete" && (own === null || own.has(item.address)),
  );
  const mayProfile = own === null || own.has(PROFILE);
  const first =
    mayProfile && view.outline.profile.length > 0 && view.profileMissing.length > 0 ? PROFILE : undefined;
  return first ?? (waiting ?? view.indicators[0])?.item.address ?? PROFILE;
}

/** The place so many steps from here; undefined at either end. */
export function stepFrom(view: AssessmentView, here: string, steps: number): string | undefined {
  const places = placesOf(view);
  return places[places.indexOf(here) + steps];
}
