/** The places of the screen, in order: the profile, then every indicator that is filled in. */
import { PROFILE } from "../drafts/edit.js";
import type { AssessmentView } from "../scoring/view-model.js";

/** Addresses in the order of the document. */
function placesOf(view: AssessmentView): string[] {
  const indicators = view.indicators.map(({ item }) => item.address);
  return view.outline.profile.length > 0 ? [PROFILE, ...indicators] : indicators;
}

/**
 * The place that is open: the one asked for when there is such, else the first that is not complete; of one's own
 * indicators before those of others.
 * @param own the addresses the person declares; null for all of them, empty for one who only looks.
 */
export function openPlace(
  view: AssessmentView,
  asked: string | undefined,
  own: ReadonlySet<string> | null = null,
): string {
  if (asked === PROFILE && view.outline.profile.length > 0) return PROFILE;
  if (asked !== undefined && view.byAddress.has(asked)) return asked;
  const given = view.indicators.filter(({ item }) => own?.has(item.address));
  const eligible = given.length > 0 ? given : view.indicators;
  const waiting = eligible.find(({ completion }) => completion !== "complete");
  const mayProfile = own === null || own.has(PROFILE);
  const first =
    mayProfile && view.outline.profile.length > 0 && view.profileMissing.length > 0 ? PROFILE : undefined;
  return first ?? (waiting ?? eligible[0])?.item.address ?? PROFILE;
}

/** The place so many steps from here; undefined at either end. */
export function stepFrom(view: AssessmentView, here: string, steps: number): string | undefined {
  const places = placesOf(view);
  return places[places.indexOf(here) + steps];
}
