/**
 * The form in Typst. It is the same text for every document: what a document says comes in as data (`sys.inputs.paper`, JSON) and is
 * set by `text(…)`, so nothing that a person wrote is ever read as Typst. Lengths come in millimetres, sizes in points.
 *
 * Lines are as high as Word sets them: the font's own ascent and descent, and its gap (87/2048 em) between them.
 */
export const TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let form = paper.form

#set document(title: paper.title, date: none)
#set text(font: "Tinos", size: form.body * 1pt, lang: "vi", region: "vn", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em)
#set par(leading: 0.043em, spacing: 6pt + 0.043em, justify: true)
#set block(spacing: 6pt + 0.043em)
#show heading: it => text(size: form.body * 1pt, weight: "regular", it.body)

#let tick(on) = box(width: 0.78em, height: 0.78em, baseline: 0.08em, stroke: 0.06em, if on {
  place(curve(stroke: 0.09em, curve.move((0.14em, 0.4em)), curve.line((0.32em, 0.62em)), curve.line((0.66em, 0.12em))))
})

#let run(piece) = {
  if "tick" in piece { return tick(piece.tick) }
  let look = (:)
  if "bold" in piece { look.weight = if piece.bold { "bold" } else { "regular" } }
  if "italic" in piece { look.style = if piece.italic { "italic" } else { "normal" } }
  let set-run = text(..look, piece.text)
  if piece.at("underline", default: false) { set-run = underline(set-run) }
  if piece.at("superscript", default: false) { set-run = super(set-run) }
  set-run
}

#let line-of(pieces) = pieces.map(run).join()
#let lines-of(lines) = lines.map(line-of).join(linebreak())
#let alignments = (left: left, center: center, right: right, justify: left)

#let rule(length) = block(above: 1.5mm, below: 0mm, line(length: length * 1mm, stroke: 0.75pt))
#let centred(size: form.body, weight: "regular", style: "normal", above: 0pt, body) = block(
  above: above + 0.043em, below: 0pt, width: 100%, align(center, par(justify: false, text(size: size * 1pt, weight: weight, style: style, body))),
)

#let masthead(it) = {
  let left-head = {
    if "superior" in it { centred(size: form.agency, it.superior) }
    centred(size: form.agency, weight: "bold", it.body)
    align(center, rule(it.bodyRule))
  }
  let right-head = {
    centred(size: form.agency, weight: "bold", it.state)
    centred(size: form.motto, weight: "bold", it.motto)
    align(center, rule(it.mottoRule))
  }
  let number = {
    if "number" in it { centred(size: form.number, above: 6pt, it.number) }
    if "subject" in it { centred(size: form.subject, it.subject) }
  }
  let issued = if "issued" in it { centred(size: form.place, style: "italic", above: 6pt, it.issued) }
  block(below: 12pt, grid(
    columns: (form.headLeft * 1mm, form.headRight * 1mm),
    row-gutter: 5pt,
    left-head, right-head, number, issued,
  ))
}

#let title(it) = {
  block(sticky: true, below: 10pt, {
    heading(level: 1, centred(weight: "bold", above: 12pt, it.name))
    if "summary" in it { centred(weight: "bold", lines-of(it.summary)) }
    align(center, rule(it.rule))
  })
  if "authority" in it { block(sticky: true, centred(weight: "bold", it.authority)) }
}

#let appendix(it) = block(sticky: true, below: 10pt, {
  heading(level: 1, {
    if "label" in it { centred(weight: "bold", it.label) }
    centred(weight: "bold", lines-of(it.title))
  })
  if "reference" in it { centred(style: "italic", lines-of(it.reference)) }
  align(center, rule(it.rule))
})

#let addressees(it) = block(above: 12pt, below: 12pt, width: 100%, if it.lines.len() == 1 {
  align(center, "Kính gửi: " + it.lines.first())
} else {
  pad(left: 30mm, "Kính gửi:")
  pad(left: 50mm, stack(spacing: 0.043em, ..it.lines.map(line => par(justify: false, "- " + line))))
})

#let paragraph(it) = block(sticky: it.sticky, width: 100%, {
  set par(justify: it.align == "justify", first-line-indent: (amount: if it.indent { form.indent * 1mm } else { 0mm }, all: true))
  set text(size: it.size * 1pt)
  align(alignments.at(it.align), par(lines-of(it.lines)))
})

#let heading-of(it) = block(sticky: true, above: 6pt + 0.043em, heading(level: it.level, par(
  first-line-indent: (amount: form.indent * 1mm, all: true),
  text(weight: "bold", style: if it.level == 3 { "italic" } else { "normal" }, it.text),
)))

#let list-of(it) = for (at, item) in it.items.enumerate() {
  block(sticky: it.sticky and at == it.items.len() - 1, width: 100%, par(
    first-line-indent: (amount: form.indent * 1mm, all: true),
    text(item.mark) + " " + lines-of(item.lines),
  ))
}

// A long row is cut only where this much of it still stands above the cut: each of its cells begins with room that may not be cut,
// and goes back over it. Where there is no such room, the row begins on the next page.
#let strut = block(breakable: false, height: 5em, above: 0pt, below: 0pt) + v(-5em, weak: false)

#let cell-of(cell, row) = table.cell(
  x: cell.x, y: row.y, colspan: cell.columns, rowspan: cell.rows,
  align: alignments.at(cell.align) + if row.kind == "header" { horizon } else { top },
  breakable: not row.whole,
  // A note below the table is in a row of its own, of which no line shows.
  ..if row.kind == "note" { (stroke: (left: none, right: none, bottom: none),) },
  {
    if not row.whole { strut }
    // Most cells are one line of text, and large tables have many.
    if cell.lines.len() == 1 and cell.align != "justify" { line-of(cell.lines.first()) } else {
      for line in cell.lines {
        block(above: 1.5pt, below: 1.5pt, par(justify: cell.align == "justify", line-of(line)))
      }
    }
  },
)

// Typst keeps a row whole, but knows no row that stays with the next: an empty cell that may not be cut reaches over them.
#let cells-of(row) = {
  row.cells.map(cell => cell-of(cell, row))
  if row.together > 0 { (table.cell(x: 0, y: row.y, rowspan: row.together, breakable: false, inset: 0pt, []),) }
}

#let table-of(it) = {
  set text(size: it.points * 1pt)
  set par(justify: false)
  set align(center)
  table(
    columns: it.widths.map(width => width * 1mm),
    inset: (x: it.padding * 1mm, y: 1.5pt),
    // The column that only holds together shows no line where the cell beside it shows none.
    stroke: (x, y) => if it.lines and x > 0 { 0.5pt } else { none },
    ..if it.header.len() > 0 { (table.header(repeat: true, ..it.header.map(cells-of).flatten()),) },
    ..it.body.map(cells-of).flatten(),
  )
}

#let signature(it) = {
  if "issued" in it { centred(size: form.place, style: "italic", it.issued) }
  for line in it.lines { centred(weight: "bold", line) }
  if "note" in it { centred(size: form.place, style: "italic", it.note) }
  v(24mm)
  centred(weight: "bold", it.at("name", default: ""))
}

#let signing(it) = block(breakable: false, above: 12pt, grid(
  columns: it.widths.map(width => width * 1mm),
  ..if it.beside { (if "recipients" in it {
    stack(spacing: 0.043em,
      text(size: form.recipientsHead * 1pt, weight: "bold", style: "italic", "Nơi nhận:"),
      ..it.recipients.map(line => par(justify: false, text(size: form.recipients * 1pt, line))),
    )
  } else { [] },) },
  ..it.signatures.map(signature),
))

#let writers = (
  masthead: masthead, title: title, appendix: appendix, addressees: addressees, paragraph: paragraph,
  heading: heading-of, list: list-of, table: table-of, signing: signing,
)

#let start(at) = label("section-" + str(at))
#let page-number(base) = context {
  let number = here().page() - query(start(base)).first().location().page() + 1
  if number > 1 { align(center, text(size: form.body * 1pt, str(number))) }
}

#for (at, section) in paper.sections.enumerate() {
  page(
    paper: "a4",
    flipped: section.landscape,
    margin: (top: form.top * 1mm, bottom: form.bottom * 1mm, left: form.left * 1mm, right: form.right * 1mm),
    header: page-number(section.base),
    header-ascent: 5mm,
    [#metadata(none)#start(at)] + for block in section.blocks { (writers.at(block.kind))(block) },
  )
}
`;
