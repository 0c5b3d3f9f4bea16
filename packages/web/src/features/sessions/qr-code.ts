/**
 * A QR code (ISO/IEC 18004) of a text: byte mode, error correction level M, versions 1 to 13, which is up to 331
 * bytes; the address of an authenticator entry has about 130. Drawn by us so that the secret leaves the page nowhere.
 */

/** Error correction codewords per block and number of blocks at level M, by version. */
const CORRECTION = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9];

/** Dark modules are true; `modules[row][column]`. */
export type Modules = boolean[][];

interface Grid {
  size: number;
  dark: Modules;
  /** Finder, timing, alignment, format and version modules: neither data nor masked. */
  fixed: Modules;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}

/** How many modules of a version carry data and correction bits. */
function rawModules(version: number): number {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2;
    count -= (25 * alignments - 10) * alignments - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}

function dataBytes(version: number): number {
  return Math.floor(rawModules(version) / 8) - at(CORRECTION, version - 1) * at(BLOCKS, version - 1);
}

/** Product in the field GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1. */
function times(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((y >>> bit) & 1) * x;
  }
  return product;
}

function divisor(degree: number): number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step++) {
    for (let index = 0; index < degree; index++) {
      result[index] = times(at(result, index), root) ^ at(result, index + 1);
    }
    root = times(root, 2);
  }
  return result;
}

function remainder(data: readonly number[], by: readonly number[]): number[] {
  const result = by.map(() => 0);
  for (const byte of data) {
    const factor = byte ^ (result.shift() ?? 0);
    result.push(0);
    by.forEach((coefficient, index) => {
      result[index] = at(result, index) ^ times(coefficient, factor);
    });
  }
  return result;
}

/** The text as data codewords: mode, length, bytes, terminator and the two padding bytes in turn. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const append = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  append(4, 4);
  append(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) append(byte, 8);
  const capacity = dataBytes(version) * 8;
  append(0, Math.min(4, capacity - bits.length));
  append(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) append(pad, 8);
  return Array.from({ length: bits.length / 8 }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
}

/** Splits into blocks, corrects each and deals their codewords out in turn. */
function interleaved(data: readonly number[], version: number): number[] {
  const blocks = at(BLOCKS, version - 1);
  const correction = at(CORRECTION, version - 1);
  const raw = Math.floor(rawModules(version) / 8);
  const short = blocks - (raw % blocks);
  const shortLength = Math.floor(raw / blocks) - correction;
  const by = divisor(correction);
  let start = 0;
  const parts = Array.from({ length: blocks }, (_, block) => {
    const length = shortLength + (block < short ? 0 : 1);
    const part = data.slice(start, start + length);
    start += length;
    return { part, rest: remainder(part, by) };
  });
  const result: number[] = [];
  for (let index = 0; index <= shortLength; index++) {
    for (const { part } of parts) if (index < part.length) result.push(at(part, index));
  }
  for (let index = 0; index < correction; index++) for (const { rest } of parts) result.push(at(rest, index));
  return result;
}

function set(grid: Grid, x: number, y: number, dark: boolean): void {
  const row = grid.dark[y];
  const fixed = grid.fixed[y];
  if (row === undefined || fixed === undefined || x < 0 || x >= grid.size) return;
  row[x] = dark;
  fixed[x] = true;
}

function drawSquare(grid: Grid, x: number, y: number, reach: number, light: readonly number[]): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      set(grid, x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function alignmentPlaces(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => size - 7 - (count - 2 - index) * step)];
}

function drawFixed(grid: Grid, version: number): void {
  const { size } = grid;
  for (let index = 0; index < size; index++) {
    set(grid, 6, index, index % 2 === 0);
    set(grid, index, 6, index % 2 === 0);
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawSquare(grid, x, y, 4, [2, 4]);
  const places = alignmentPlaces(version, size);
  const last = places.length - 1;
  places.forEach((x, column) => {
    places.forEach((y, row) => {
      const onFinder = (column === 0 && (row === 0 || row === last)) || (column === last && row === 0);
      if (!onFinder) drawSquare(grid, x, y, 2, [1]);
    });
  });
  if (version < 7) return;
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let index = 0; index < 18; index++) {
    const dark = ((bits >>> index) & 1) === 1;
    const far = size - 11 + (index % 3);
    const near = Math.floor(index / 3);
    set(grid, far, near, dark);
    set(grid, near, far, dark);
  }
}

/** The format bits of level M and a mask, in both their places. */
function drawFormat(grid: Grid, mask: number): void {
  // Level M is 0 in the format bits, so that the mask is all there is.
  let rest = mask;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const { size } = grid;
  const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
  for (let index = 0; index <= 5; index++) set(grid, 8, index, bit(index));
  set(grid, 8, 7, bit(6));
  set(grid, 8, 8, bit(7));
  set(grid, 7, 8, bit(8));
  for (let index = 9; index < 15; index++) set(grid, 14 - index, 8, bit(index));
  for (let index = 0; index < 8; index++) set(grid, size - 1 - index, 8, bit(index));
  for (let index = 8; index < 15; index++) set(grid, 8, size - 15 + index, bit(index));
  set(grid, 8, size - 8, true);
}

/** Lays the bits in the zigzag of column pairs, masked with (x + y) mod 2. */
function drawData(grid: Grid, data: readonly number[]): void {
  const { size } = grid;
  let index = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = upward ? size - 1 - step : step;
        const row = grid.dark[y];
        if (row === undefined || grid.fixed[y]?.[x] === true) continue;
        const bit = (at(data, index >>> 3) >>> (7 - (index & 7))) & 1;
        row[x] = (bit === 1) !== ((x + y) % 2 === 0);
        index++;
      }
    }
  }
}

/**
 * The modules of the smallest code that holds the text. Mask 0 always: readers take any of the eight, and the text is
 * random enough (a secret) not to make large plain areas. Throws a RangeError for more than 331 bytes.
 */
export function qrModules(text: string): Modules {
  const bytes = new TextEncoder().encode(text);
  const version = CORRECTION.findIndex(
    (_, index) => bytes.length + (index + 1 < 10 ? 2 : 3) <= dataBytes(index + 1),
  );
  if (version < 0) throw new RangeError(`${bytes.length} bytes are too many for a QR code of version 13`);
  const size = (version + 1) * 4 + 17;
  const empty = (): Modules => Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const grid: Grid = { size, dark: empty(), fixed: empty() };
  drawFixed(grid, version + 1);
  drawFormat(grid, 0);
  drawData(grid, interleaved(codewords(bytes, version + 1), version + 1));
  return grid.dark;
}
