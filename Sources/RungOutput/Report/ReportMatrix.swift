internal import RungProviders
internal import RungSource

/// What each provider supports of the stream: a table, and the notes that its cells refer to.
struct ReportMatrix {
  private let table: Matrix.Table
  /// Ids of the providers that the stream is meant for.
  private let targets: [String]
  private let id: String
  private let words: HTMLText
  /// The numbers of the notes that are shown: of one rule at a provider the first ones.
  private let shown: Set<Int>
  private static let mostOfRule = 50

  init(_ table: Matrix.Table, targets: [String], id: String, _ words: HTMLText) {
    (self.table, self.targets, self.id, self.words) = (table, targets, id, words)
    var counts: [String: Int] = [:]
    shown = Set(
      table.notes.filter { note in
        counts["\(note.provider) \(note.rule ?? "")", default: 0] += 1
        return counts["\(note.provider) \(note.rule ?? "")", default: 0] <= Self.mostOfRule
      }.map(\.number))
  }

  /// The marks of all cells, once for the page.
  static let symbols = """
    <svg class="symbols" width="0" height="0" aria-hidden="true">
    <symbol id="supported" viewBox="0 0 16 16"><path d="M3 8.5 6.5 12 13 4.5"/></symbol>
    <symbol id="changed" viewBox="0 0 16 16"><path d="M2.5 9.5C4 6 6 6 8 8s4 2 5.5-1.5"/></symbol>
    <symbol id="not_expressible" viewBox="0 0 16 16"><path d="M3.5 8h9"/></symbol>
    <symbol id="rejected" viewBox="0 0 16 16"><path d="M4 4l8 8M12 4l-8 8"/></symbol>
    <symbol id="not_asked" viewBox="0 0 16 16"><path d="M7.5 8h1"/></symbol>
    <symbol id="unknown" viewBox="0 0 16 16"><path d="M5.5 6a2.5 2.5 0 1 1 3.5 2.3C8.3 8.6 8 9 8 10M8 12.8v.2"/></symbol>
    </svg>

    """

  static func mark(_ state: Matrix.State) -> String {
    "<svg class=\"state\" width=\"16\" height=\"16\" aria-hidden=\"true\"><use href=\"#\(state.rawValue)\"/></svg>"
  }

  private static func word(_ state: Matrix.State) -> String {
    switch state {
    case .supported: "taken"
    case .changed: "changed"
    case .notExpressible: "omitted"
    case .rejected: "rejected"
    case .notAsked: "not set for it"
    case .unknown: "not judged"
    }
  }

  var text: String {
    guard !table.providers.isEmpty else {
      return "<p>No provider is named under <code>targets</code>; <code>rung report --all</code> judges the stream for every one.</p>\n"
    }
    return verdicts + key + grid + notes
  }

  /// On a narrow page the cells show the marks alone. Screen readers still read the words.
  private var key: String {
    let states = Matrix.State.allCases.filter { state in table.rows.contains { $0.cells.contains { $0.state == state } } }
    guard !states.isEmpty else { return "" }
    let each = states.map { "<li class=\"\($0.rawValue)\">\(Self.mark($0))\(Self.word($0))</li>\n" }
    return "<ul class=\"states\" aria-hidden=\"true\">\n\(each.joined())</ul>\n"
  }

  private var verdicts: String {
    var text = "<dl class=\"verdicts\">\n"
    for provider in table.providers {
      let state: Matrix.State =
        switch provider.verdict.outcome {
        case .runs: .supported
        case .incomplete: .unknown
        case .refused: .rejected
        }
      let verdict = "<dd>\(Self.mark(state))<span>\(words.plain(provider.verdict.text))</span></dd>"
      let remark = targets.contains(provider.id.rawValue) ? "" : " <span class=\"asked\">not a target</span>"
      text += "<div class=\"\(state.rawValue)\"><dt>\(words.plain(provider.title))\(remark)</dt>\(verdict)</div>\n"
    }
    return text + "</dl>\n"
  }

  private var grid: String {
    guard !table.rows.isEmpty else { return "" }
    var text = "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(id)-caption\" tabindex=\"0\">\n<table class=\"matrix\">\n"
    text += "<caption id=\"\(id)-caption\">Settings of the stream, by provider</caption>\n<thead>\n<tr><th scope=\"col\">spec</th>"
    for provider in table.providers { text += "<th scope=\"col\">\(words.plain(provider.title))</th>" }
    text += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr><th scope=\"row\">\(words.plain(row.title))"
      if !row.asked.isEmpty { text += " <span class=\"asked\">\(words.plain(row.asked))</span>" }
      text += "</th>"
      for cell in row.cells { text += "<td class=\"\(cell.state.rawValue)\"><div>\(mark(cell))</div></td>" }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table>\n</div>\n"
  }

  private func mark(_ cell: Matrix.Cell) -> String {
    let links = cell.notes.filter(shown.contains).map { "<a href=\"#\(id)-note-\($0)\"><span class=\"unseen\">note </span>\($0)</a>" }
    let list = links.isEmpty ? "" : " <sup>\(links.joined(separator: " "))</sup>"
    return "\(Self.mark(cell.state))<span class=\"word\">\(Self.word(cell.state))</span>\(list)"
  }

  private var notes: String {
    guard !table.notes.isEmpty else { return "" }
    var text = "<ol class=\"notes\">\n"
    for note in table.notes where shown.contains(note.number) {
      let title = table.providers.first { $0.id == note.provider }?.title ?? note.provider.rawValue
      let rule = note.rule.map { " <code class=\"rule\">\(words.plain($0.rawValue))</code>" } ?? ""
      text += "<li id=\"\(id)-note-\(note.number)\" value=\"\(note.number)\">"
      text += "<strong>\(words.plain(title)):</strong> \(words.prose(note.text))\(rule)</li>\n"
    }
    let more = table.notes.count - shown.count
    return text + "</ol>\n" + (more > 0 ? "<p>\(more) more notes: <code>rung matrix</code>.</p>\n" : "")
  }
}
