/** What is left of the limits while one document is read. Every reader draws on it; whoever overdraws is refused. */
import type { ReadLimits } from "./limits.js";
import { DocumentRefused } from "./refused.js";

/** How many steps pass between two looks at the clock. */
const STEPS = 2048;

export class Budget {
  private inflated = 0;
  private cells = 0;
  private characters = 0;
  private steps = 0;
  private readonly until: number;

  constructor(
    readonly limits: ReadLimits,
    private readonly now: () => number = Date.now,
  ) {
    this.until = now() + limits.time;
  }

  /** Called for every element, row or line: cheap, and looks at the clock now and then. */
  step(): void {
    this.steps += 1;
    if (this.steps % STEPS === 0 && this.now() > this.until)
      throw new DocumentRefused("took-too-long", {
        vi: `Đọc tệp quá ${this.limits.time / 1000} giây. Tệp quá phức tạp: chỉ giữ lại phần bảng cần nhập rồi thử lại.`,
        en: `Reading took more than ${this.limits.time / 1000} seconds. The file is too complex: keep only the tables to import and try again.`,
      });
  }

  inflate(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > this.limits.inflated) throw inflatesTooMuch(this.limits.inflated);
  }

  cell(count: number): void {
    this.step();
    this.cells += count;
    if (this.cells > this.limits.cells)
      throw new DocumentRefused("too-large", {
        vi: `Tệp có hơn ${this.limits.cells.toLocaleString("vi-VN")} ô. Xóa các dòng, cột, trang tính không dùng rồi thử lại.`,
        en: `The file has more than ${this.limits.cells.toLocaleString("en-US")} cells. Delete the rows, columns and sheets that are not used and try again.`,
      });
  }

  text(characters: number): void {
    this.characters += characters;
    if (this.characters > this.limits.characters)
      throw new DocumentRefused("too-large", {
        vi: `Tệp có hơn ${this.limits.characters.toLocaleString("vi-VN")} ký tự. Chỉ giữ lại phần bảng cần nhập rồi thử lại.`,
        en: `The file has more than ${this.limits.characters.toLocaleString("en-US")} characters. Keep only the tables to import and try again.`,
      });
  }

  depth(depth: number): void {
    if (depth > this.limits.depth)
      throw new DocumentRefused("too-deep", {
        vi: `Tệp lồng nhau quá ${this.limits.depth} tầng, không phải văn bản thường. Mở bằng Word hoặc Excel rồi lưu lại thành tệp mới.`,
        en: `The file is nested deeper than ${this.limits.depth} levels: no ordinary document. Open it in Word or Excel and save it as a new file.`,
      });
  }
}

export function inflatesTooMuch(limit: number): DocumentRefused {
  const megabytes = Math.floor(limit / 1_000_000);
  return new DocumentRefused("inflates-too-much", {
    vi: `Tệp nén bung ra quá ${megabytes} MB. Nếu là văn bản thật, bỏ hình ảnh và phần không dùng rồi lưu lại.`,
    en: `The file unpacks to more than ${megabytes} MB. If it is a real document, remove pictures and unused parts and save it again.`,
  });
}
