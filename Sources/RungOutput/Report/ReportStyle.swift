/// How the page looks: one accent, one scale of sizes, everything else ink on paper.
///
/// Every color of text has a contrast of 4.5 : 1 or more to its background, and every mark with a meaning 3 : 1;
/// a test works them out from this text.
enum ReportStyle {
  static let text = palette + page + drawings + tables + findings + narrow + print

  private static let light = """
    --paper: #fdfcfa; --panel: #f4f2ed; --ink: #1c1b19; --quiet: #5f5b54; --rule: #dcd8d0; --accent: #0b625e; --tint: #d5e8e5;
    --error: #a8201a; --warning: #7d5000; --note: #3b5275; --marked: #fbe3a1; --model: #7b6f62; --bar: #c3dfdb;
    """

  private static let dark = """
    --paper: #161614; --panel: #211f1c; --ink: #ece9e3; --quiet: #aca79d; --rule: #3d3a35; --accent: #6fcabf; --tint: #173a37;
    --error: #ff9d92; --warning: #e9b95a; --note: #a5bfe8; --marked: #5c4710; --model: #a1968a; --bar: #1f4a46;
    """

  private static let palette = """
    :root { color-scheme: light dark; \(light) }
    @media (prefers-color-scheme: dark) { :root { \(dark) } }

    """

  private static let page = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
      font: 1rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
    body > header, body > nav, main, body > footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
    body > header { padding-top: 3.5rem; }
    h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
    h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); letter-spacing: -.02em; }
    h2 { font-size: 1.5rem; letter-spacing: -.01em; }
    h3 { font-size: 1.125rem; }
    h4, h5 { font-size: 1rem; }
    p, ul, ol, dl, pre, figure { margin: 0; }
    code, pre, .path { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
    a { color: var(--accent); text-underline-offset: .2em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
    .eyebrow { font-size: .8125rem; letter-spacing: .08em; text-transform: uppercase; color: var(--accent); font-weight: 600; margin-bottom: .75rem; }
    .path { color: var(--quiet); margin-top: .5rem; }
    .counts { margin-top: 1.5rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-weight: 600; }
    .counts .error { color: var(--error); } .counts .warning { color: var(--warning); } .counts .note { color: var(--note); }
    .skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem .75rem; background: var(--paper); }
    .skip:focus { top: 1rem; }
    body > nav { margin-top: 1.75rem; }
    nav ul { list-style: none; padding: .75rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem;
      border: solid var(--rule); border-width: 1px 0; font-size: .9375rem; }
    .stream { margin-top: 4rem; }
    .stream > section, main > section.part { margin-top: 3.5rem; }
    .stream > h2 { padding-top: 1.25rem; border-top: 2px solid var(--ink); }
    .stream.only > h2 { display: none; }
    .facts { margin-top: 2.5rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1.25rem 2rem; }
    .facts dt, .finding dt { font-size: .8125rem; color: var(--quiet); }
    .facts dd { margin: .125rem 0 0; font-weight: 600; }
    body > footer { margin-top: 5rem; padding-bottom: 3rem; color: var(--quiet); font-size: .875rem; }
    body > footer p { border-top: 1px solid var(--rule); padding-top: 1rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

    """

  private static let drawings = """
    figure { margin-top: 1.5rem; }
    figure + h3, figure + h4, .scroll + h3, .scroll + h4, .remarks + h3, .remarks + h4 { margin-top: 2.5rem; }
    h2 + h3, h3 + h4 { margin-top: 1.25rem; }
    svg.wide, svg.narrow { display: block; width: 100%; height: auto; }
    svg.narrow { display: none; }
    svg text { fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; font-variant-numeric: tabular-nums; }
    svg text.name { font-weight: 600; }
    svg .quiet { fill: var(--quiet); font-weight: 400; }
    svg text.inside { stroke: var(--bar); }
    svg text.odd { stroke: var(--paper); }
    svg line, svg polyline, svg polygon { fill: none; stroke-width: 1; }
    .axis { stroke: var(--quiet); } .grid { stroke: var(--rule); } .lead { stroke: var(--rule); stroke-dasharray: 1 3; }
    .guide { stroke: var(--quiet); stroke-dasharray: 3 4; }
    .shade { fill: var(--accent); fill-opacity: .05; }
    .level { fill: none; stroke: var(--accent); stroke-opacity: .45; }
    rect.level { fill: var(--accent); fill-opacity: .08; }
    line.model, polyline.model { stroke: var(--model); stroke-width: 1.5; stroke-dasharray: 5 4; }
    polygon.model { fill: var(--paper); stroke: var(--model); stroke-width: 1.5; }
    polyline.rung { stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
    circle.rung { fill: var(--accent); stroke: var(--paper); stroke-width: 1.5; }
    .track { fill: var(--panel); }
    .segment { fill: var(--bar); }
    .segment.odd { fill: var(--paper); stroke: var(--warning); stroke-width: 1.5; stroke-dasharray: 4 3; }
    line.key { stroke: var(--accent); stroke-width: 2; } .dense { fill: var(--accent); }
    figcaption { margin-top: 1rem; font-size: .875rem; color: var(--quiet); }
    figcaption p + p { margin-top: .25rem; }
    .legend { list-style: none; padding: 0; margin-bottom: .5rem; display: flex; flex-wrap: wrap; gap: .375rem 1.5rem; color: var(--ink); }
    .legend li { display: flex; align-items: center; gap: .5rem; }
    svg.mark { flex: none; overflow: visible; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; margin-top: 1.5rem; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .5rem; }
    th, td { text-align: left; vertical-align: baseline; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
    thead th { color: var(--quiet); font-size: .8125rem; vertical-align: bottom; border-bottom-color: var(--quiet); }
    tbody th { font-weight: 600; overflow-wrap: anywhere; min-width: 5rem; }
    .ladder .number { text-align: right; white-space: nowrap; }
    .ladder th:last-child, .ladder td:last-child { padding-right: 0; }
    .remarks { margin-top: 1.25rem; padding-left: 1.125rem; font-size: .875rem; color: var(--quiet); }
    .remarks li + li { margin-top: .25rem; }
    .symbols { position: absolute; }
    .state, symbol path { fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
    .state { flex: none; align-self: center; }
    .matrix .state { align-self: auto; transform: translateY(.125em); }
    .verdicts { margin-top: 1.5rem; display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem 2rem; }
    .verdicts div { border-top: 2px solid currentColor; padding-top: .625rem; color: var(--accent); }
    .verdicts div.unknown { color: var(--warning); } .verdicts div.rejected { color: var(--error); }
    .verdicts dt { font-weight: 650; color: var(--ink); }
    .verdicts dd { margin: .125rem 0 0; display: flex; gap: .5rem; font-size: .875rem; }
    .verdicts .state { align-self: flex-start; margin-top: .2em; }
    .verdicts span { color: var(--ink); }
    .verdicts .asked { display: block; font-weight: 400; color: var(--quiet); }
    .states { display: none; list-style: none; padding: 0; margin-top: 1.5rem; flex-wrap: wrap; gap: .25rem 1rem; font-size: .8125rem; }
    .states li { display: flex; gap: .375rem; }
    .matrix { margin-top: 1rem; }
    .matrix .asked { display: block; font-weight: 400; color: var(--quiet); }
    .matrix td div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 .4rem; }
    .matrix .supported .state, .matrix .supported .word, .states .supported { color: var(--accent); }
    .matrix .changed, .matrix .not_expressible, .matrix .unknown, .states :is(.changed, .not_expressible, .unknown) { color: var(--warning); }
    .matrix .rejected, .states .rejected { color: var(--error); font-weight: 600; }
    .matrix .not_asked, .states .not_asked { color: var(--quiet); }
    .matrix sup { line-height: 1; font-size: .75rem; vertical-align: baseline; }
    .matrix sup a { display: inline-block; min-width: 1.5em; padding: .25rem .125rem; }
    .notes { margin-top: 1.25rem; padding-left: 2.25rem; font-size: .875rem; }
    .notes li { padding-left: .25rem; } .notes li + li { margin-top: .375rem; }
    .notes li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
    .notes li:target { background: var(--tint); }
    .rule { color: var(--quiet); }

    """

  private static let findings = """
    .findings { list-style: none; padding: 0; margin-top: 1.5rem; display: grid; gap: 2.25rem; }
    .finding { border-left: 3px solid var(--note); padding-left: 1.125rem; min-width: 0; }
    .finding.error { border-color: var(--error); } .finding.warning { border-color: var(--warning); }
    .finding :is(h3, h4) { font-size: 1rem; font-weight: 600; text-wrap: pretty; }
    .severity { color: var(--note); } .error .severity { color: var(--error); } .warning .severity { color: var(--warning); }
    .severity::after { content: ":"; }
    .place { margin-top: .25rem; color: var(--quiet); }
    .place code + code { margin-left: .75rem; }
    .finding pre { margin-top: .75rem; padding: .625rem .875rem; background: var(--panel); border-radius: 4px; white-space: pre-wrap; }
    .finding pre code { font-size: 1em; }
    .line { color: var(--quiet); margin-right: 1.25rem; user-select: none; }
    .until { color: var(--quiet); }
    mark { background: var(--marked); color: var(--ink); border-bottom: 2px solid var(--warning); }
    .error mark { border-color: var(--error); }
    .finding dl { margin-top: .75rem; font-size: .875rem; display: grid; gap: .25rem; }
    .finding dl div { display: grid; grid-template-columns: 3rem minmax(0, 1fr); align-items: baseline; }
    .finding dd { margin: 0; }

    """

  private static let narrow = """
    @media screen and (max-width: 52rem) {
    body > header { padding-top: 2rem; }
    .stream > section, main > section.part { margin-top: 2.75rem; }
    .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; margin-top: 2rem; }
    svg.wide { display: none; }
    svg.narrow { display: block; max-width: 32rem; }
    .ladder, .ladder tbody, .ladder tr, .ladder td, .ladder tbody th, .ladder caption { display: block; }
    .ladder thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .ladder tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr)); gap: .375rem .75rem; padding: .75rem 0; border-bottom: 1px solid var(--rule); }
    .ladder th, .ladder td { border: 0; padding: 0; }
    .ladder tbody th { grid-column: 1 / -1; font-size: 1rem; }
    .ladder td, .ladder .number { text-align: left; white-space: normal; }
    .ladder td.none { display: none; }
    .ladder td.long { grid-column: 1 / -1; overflow-wrap: anywhere; }
    .ladder td::before { content: attr(data-title); content: attr(data-title) / ""; display: block; font-size: .75rem; color: var(--quiet); }
    .states { display: flex; }
    .matrix td div { position: relative; }
    .matrix .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .matrix { font-size: .8125rem; }
    .matrix th, .matrix td { padding-right: .5rem; }
    .matrix thead th { font-size: .75rem; }
    .matrix tbody th { min-width: 6.5rem; }
    .matrix td { min-width: 2.75rem; }
    .matrix td div { flex-direction: column; gap: .25rem; }
    }

    """

  private static let print = """
    @page { margin: 16mm 14mm; }
    @media print {
    :root { color-scheme: light; \(light) --paper: #ffffff; }
    html { font-size: 12px; }
    body > nav, .skip { display: none; }
    body > header { padding-top: 0; }
    .scroll { overflow: visible; }
    h2, h3, h4, thead, caption { break-after: avoid; }
    figure, tr, .finding, .verdicts div, .notes li { break-inside: avoid; }
    .stream + .stream { break-before: page; }
    .shade, .segment, mark, .finding pre, .track, .dense { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
