/** How far an export is: counted in the units that a frame has given. */
import type { CampaignFrame } from "@opendti/documents";

/** The same frame; each unit that is taken of it, and each movement, is a step. */
export function counting(
  frame: CampaignFrame,
  passes: number,
  step: (done: number, total: number) => void,
): CampaignFrame {
  const total = frame.unitCount * passes;
  let done = 0;
  async function* counted<T>(stream: AsyncIterable<T>): AsyncGenerator<T> {
    const end = done + frame.unitCount;
    for await (const one of stream) {
      yield one;
      done += 1;
      step(Math.min(done, end), total);
    }
    // Movements leave out who was not there before.
    done = end;
    step(done, total);
  }
  return { ...frame, units: () => counted(frame.units()), movements: () => counted(frame.movements()) };
}
