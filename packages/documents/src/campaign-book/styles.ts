/** How cells look: few styles, the same on every sheet. A cell names its style by its place in this list. */

export const STYLES = [
  "plain",
  "title",
  "note",
  "warning",
  "header",
  "text",
  "whole",
  "points",
  "change",
  "places",
  "share",
  "label",
] as const;
export type Style = (typeof STYLES)[number];

/** The place of a style. */
export const styleOf = (style: Style): number => STYLES.indexOf(style);

const FIRST_FORMAT = 164;

/**
 * The styles part.
 * @param digits behind the point of a score.
 */
export function stylesXml(digits: number): string {
  const points = digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`;
  // Parts of a change may be told to more digits than scores have.
  const fine = `${points}${digits === 0 ? "." : ""}##`;
  const change = `+${fine};-${fine};${points}`;
  const formats = [points, change, "0.0%", "+0;-0;0"];
  const format = (place: number) => `numFmtId="${FIRST_FORMAT + place}" applyNumberFormat="1"`;
  const top = '<alignment vertical="top"/>';
  const wrapped = '<alignment vertical="top" wrapText="1"/>';
  const xf = (font: number, fill: number, border: number, rest: string, alignment: string) =>
    `<xf xfId="0" fontId="${font}" fillId="${fill}" borderId="${border}" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" ${rest}>${alignment}</xf>`;
  const looks: Readonly<Record<Style, string>> = {
    plain: '<xf xfId="0" fontId="0" fillId="0" borderId="0" numFmtId="0"/>',
    title: xf(1, 0, 0, 'numFmtId="0"', ""),
    note: xf(2, 0, 0, 'numFmtId="0"', ""),
    warning: xf(3, 0, 0, 'numFmtId="0"', ""),
    header: xf(4, 2, 1, 'numFmtId="0"', '<alignment horizontal="center" vertical="center" wrapText="1"/>'),
    text: xf(0, 0, 1, 'numFmtId="0"', wrapped),
    whole: xf(
      0,
      0,
      1,
      'numFmtId="1" applyNumberFormat="1"',
      '<alignment horizontal="center" vertical="top"/>',
    ),
    points: xf(0, 0, 1, format(0), top),
    change: xf(0, 0, 1, format(1), top),
    places: xf(0, 0, 1, format(3), top),
    share: xf(0, 0, 1, format(2), top),
    label: xf(4, 0, 1, 'numFmtId="0"', wrapped),
  };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="${formats.length}">${formats
    .map((code, place) => `<numFmt numFmtId="${FIRST_FORMAT + place}" formatCode="${code}"/>`)
    .join("")}</numFmts>
<fonts count="5">
<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>
<font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font>
<font><i/><sz val="11"/><color rgb="FF4B5563"/><name val="Times New Roman"/><family val="1"/></font>
<font><b/><sz val="11"/><color rgb="FFB42318"/><name val="Times New Roman"/><family val="1"/></font>
<font><b/><sz val="11"/><color rgb="FF1F2937"/><name val="Times New Roman"/><family val="1"/></font>
</fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE5EDF5"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${[
    "left",
    "right",
    "top",
    "bottom",
  ]
    .map((side) => `<${side} style="thin"><color rgb="FFCBD5E1"/></${side}>`)
    .join("")}<diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${STYLES.length}">${STYLES.map((style) => looks[style]).join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
}
