/** LibreOffice as a program that fills in a workbook: a macro in a profile of its own. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A value to put into a cell: a number as a number, anything else as a text. */
export interface Typed {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number;
}

/** Puts lines of `sheet TAB cell TAB n|t TAB value` into a workbook, computes it and saves it as .xlsx. */
const MACRO = `
Sub Fill(source As String, listed As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  number = FreeFile
  Open listed For Input As #number
  Do While Not EOF(number)
    Line Input #number, text
    If Len(text) > 0 Then
      part = Split(text, Chr(9))
      cell = book.Sheets.getByName(part(0)).getCellRangeByName(part(1))
      If part(2) = "n" Then
        cell.Value = Val(part(3))
      Else
        cell.String = part(3)
      End If
    End If
  Loop
  Close #number
  book.calculateAll()
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, kind())
  book.close(True)
End Sub
`;

export class LibreOffice {
  private readonly folder = mkdtempSync(join(tmpdir(), "opendti-libreoffice-"));

  /** @param program `soffice`, or where it is. */
  constructor(private readonly program: string) {
    // The first start makes the profile.
    this.run("--terminate_after_init");
    this.installMacro();
  }

  /** The workbook as LibreOffice saves it, filled in and computed. */
  fill(workbook: Uint8Array, values: readonly Typed[]): Uint8Array {
    const at = (name: string): string => join(this.folder, name);
    writeFileSync(at("empty.xlsx"), workbook);
    const lines = values.map(({ sheet, cell, value }) =>
      [sheet, cell, typeof value === "number" ? "n" : "t", String(value)].join("\t"),
    );
    writeFileSync(at("lines.txt"), `${lines.join("\n")}\n`);
    const [source, target] = ["empty.xlsx", "filled.xlsx"].map((name) => pathToFileURL(at(name)).href);
    this.run(`macro:///Standard.Module1.Fill("${source}","${at("lines.txt")}","${target}")`);
    return readFileSync(at("filled.xlsx"));
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(argument: string): void {
    const profile = `-env:UserInstallation=${pathToFileURL(join(this.folder, "profile")).href}`;
    execFileSync(this.program, [profile, "--headless", "--norestore", argument], {
      stdio: "pipe",
      timeout: 180_000,
      // Basic reads files in the letters of the place.
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
  }

  private installMacro(): void {
    const library = join(this.folder, "profile", "user", "basic", "Standard");
    mkdirSync(library, { recursive: true });
    const head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE';
    const escaped = MACRO.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const list = (element: string): string =>
      `${head} library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">${element}</library:library>`;
    writeFileSync(
      join(library, "Module1.xba"),
      `${head} script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${escaped}</script:module>`,
    );
    writeFileSync(join(library, "script.xlb"), list('<library:element library:name="Module1"/>'));
    writeFileSync(join(library, "dialog.xlb"), list(""));
  }
}
