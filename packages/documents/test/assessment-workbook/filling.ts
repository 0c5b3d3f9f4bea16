/** A workbook filled in as a person would, by another program: cells are found by the hidden keys, edited, saved. */
import { type CellValue, Workbook, type Worksheet } from "@cj-tech-master/excelts";

export class Filled {
  private constructor(readonly book: Workbook) {}

  static async open(bytes: Uint8Array): Promise<Filled> {
    const book = new Workbook();
    await book.xlsx.load(bytes);
    return new Filled(book);
  }

  /** The sheet and address of a keyed row's column, `value` or `evidence`. */
  find(key: string, mark = "value"): { page: Worksheet; address: string; row: number; column: number } {
    for (const page of this.book.worksheets) {
      let keys: number | undefined;
      let wanted: number | undefined;
      page.getRow(1).eachCell((cell, column) => {
        if (cell.value === "#opendti:key") keys = column;
        if (cell.value === `#${mark}`) wanted = column;
      });
      if (keys === undefined || wanted === undefined) continue;
      for (let row = 2; row <= page.rowCount; row += 1)
        if (page.getCell(row, keys).value === key)
          return { page, address: page.getCell(row, wanted).address, row, column: wanted };
    }
    throw new Error(`no row ${key}`);
  }

  /** Puts a value into the cell of a field; a format where the program would change it. */
  put(code: string, input: string, value: CellValue, format?: string): this {
    const { page, address } = this.find(`V|${code}|${input}`);
    return this.set(page, address, value, format);
  }

  tick(code: string, input: string, place: number, value: CellValue): this {
    const { page, address } = this.find(`O|${code}|${input}|${place}`);
    return this.set(page, address, value);
  }

  evidence(code: string, value: CellValue): this {
    const { page, address } = this.find(`N|${code}`, "evidence");
    return this.set(page, address, value);
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await this.book.xlsx.writeBuffer());
  }

  private set(page: Worksheet, address: string, value: CellValue, format?: string): this {
    const cell = page.getCell(address);
    cell.value = value;
    if (format !== undefined) cell.numFmt = format;
    return this;
  }
}
