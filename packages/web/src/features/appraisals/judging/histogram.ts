/** The picture of a distribution: where its bars stand, and which of them is one's own. Floats only place ink. */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface Bar {
  readonly bin: Bin;
  /** From 0 at the left to 1 at the right. */
  readonly left: number;
  readonly width: number;
  /** 1 for the highest. A bin with anybody in it is seen. */
  readonly height: number;
  readonly own: boolean;
}

/** The least height of a bar that stands for somebody. */
const SEEN = 0.06;

/** The bars of the bins, left to right; the last bin holds its upper end too. */
export function barsOf(bins: readonly Bin[], own: string): Bar[] {
  const [start, end] = [Number(bins[0]?.from ?? 0), Number(bins.at(-1)?.to ?? 0)];
  const span = end - start || 1;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const mine = Number(own);
  const ownPlace = bins.findIndex(
    ({ from, to }, place) => mine >= Number(from) && (mine < Number(to) || place === bins.length - 1),
  );
  return bins.map((bin, place) => {
    const wide = (Number(bin.to) - Number(bin.from)) / span;
    return {
      bin,
      left: (Number(bin.from) - start) / span,
      // All at one place: a single bin without width fills the picture.
      width: bins.length === 1 && wide === 0 ? 1 : wide,
      height: bin.count === 0 ? 0 : Math.max(SEEN, bin.count / most),
      own: place === ownPlace,
    };
  });
}

/** Where a value stands between the ends of the bins, from 0 to 1. */
export function placeIn(bins: readonly Bin[], value: string): number {
  const [start, end] = [Number(bins[0]?.from ?? 0), Number(bins.at(-1)?.to ?? 0)];
  return end === start ? 0.5 : Math.min(1, Math.max(0, (Number(value) - start) / (end - start)));
}
