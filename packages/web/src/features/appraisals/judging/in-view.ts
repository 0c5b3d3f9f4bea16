/** A ref: what has just been opened is brought into view, clear of the bar at the foot. */
export function inView(opened: HTMLElement | null): void {
  opened?.scrollIntoView({ block: "nearest" });
}
