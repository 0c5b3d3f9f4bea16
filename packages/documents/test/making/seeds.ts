/** The five documents of test/seeds. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const NAMES = {
  quangNgai: "000_dc041eb7197ce05e.txt",
  thousand: "001_b9c41333cddc8e0b.txt",
  binhPhuoc: "002_1d828423d0ec1a25.txt",
  giaLai: "003_14f3d891057d036c.txt",
  caoBang: "004_f2d557694ba2a675.txt",
} as const;

export type Seed = keyof typeof NAMES;
export const SEEDS: readonly Seed[] = ["quangNgai", "thousand", "binhPhuoc", "giaLai", "caoBang"];

export function seedBytes(seed: Seed): Buffer {
  return readFileSync(fileURLToPath(new URL(`../seeds/${NAMES[seed]}`, import.meta.url)));
}
