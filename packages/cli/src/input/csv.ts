/** Unit data in CSV, long or wide (see headers.ts). */
import { type CompiledSet, message, type Problem } from "@opendti/engine";
import { type DeclaredFile, unreadable } from "./declared.js";
import { noHeader, readHeader } from "./headers.js";
import { problemAt } from "./place.js";
import { type CsvFault, type CsvRecord, scanRecords } from "./records.js";
import { type CellPlace, TableReader } from "./table.js";

/** Reads the text of a CSV file; every fault with its line. */
export function readCsv(text: string, file: string, set: CompiledSet): DeclaredFile {
  const scanner = scanRecords(text);
  const first = scanner.next();
  if (!first) return unreadable(file, [scanner.fault ? faultProblem(file, scanner.fault) : empty(file)]);
  const read = readHeader(set, first.cells);
  if (!read) return unreadable(file, [problemAt({ file, line: first.line }, noHeader(set))]);
  if (read.faults.length > 0)
    return unreadable(
      file,
      read.faults.map((one) =>
        problemAt({ file, line: first.line, at: first.cells[one.at]?.trim() }, one.text),
      ),
    );
  const reader = new TableReader(set, file);
  let rows = 0;
  for (let record = scanner.next(); record; record = scanner.next()) {
    rows += 1;
    const wrong = checkWidth(file, first, record);
    if (wrong) reader.problems.push(wrong);
    else reader.take(read.header, record.cells, placesOf(file, record.line));
  }
  if (scanner.fault) reader.problems.push(faultProblem(file, scanner.fault));
  else if (rows === 0)
    reader.problems.push(
      problemAt(
        { file, line: first.line },
        message("Dưới tiêu đề không có dòng nào", "There is no row under the header"),
      ),
    );
  return reader.finish();
}

function empty(file: string): Problem {
  return problemAt({ file, line: 1 }, message("Tệp trống", "The file is empty"));
}

function placesOf(file: string, line: number): CellPlace {
  return (_, at) => ({ file, line, at });
}

/** A row that is shorter or longer than the header has lost a separator or a quote: its cells cannot be trusted. */
function checkWidth(file: string, header: CsvRecord, record: CsvRecord): Problem | undefined {
  const wanted = header.cells.length;
  const found = record.cells.length;
  if (found === wanted || (found > wanted && record.cells.slice(wanted).every((cell) => cell.trim() === "")))
    return undefined;
  return problemAt(
    { file, line: record.line },
    message(
      `Dòng có ${found} ô, tiêu đề có ${wanted}. Ô chứa dấu phân cách phải đặt trong ngoặc kép "..."`,
      `The row has ${found} cells, the header ${wanted}. A cell that contains the separator must stand in quotes "..."`,
    ),
  );
}

function faultProblem(file: string, fault: CsvFault): Problem {
  return problemAt(
    { file, line: fault.line },
    fault.kind === "open-quote"
      ? message("Ngoặc kép mở ở đây không có ngoặc đóng", "The quote opened here is never closed")
      : message(
          'Sau ngoặc kép đóng phải là dấu phân cách hoặc hết dòng; ngoặc kép bên trong ô viết thành ""',
          'After a closing quote comes a separator or the end of the line; a quote inside a cell is written ""',
        ),
  );
}
