internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungReading
internal import RungSource

/// `rung help --man`: the help of all commands as a manual page, in the macros of man(7).
enum ManPage {
  static var text: String {
    guard let top = described else { return "" }
    var page = ".TH RUNG 1 \"\" \"rung \(escaped(rungVersion))\" \"Rung\"\n.SH NAME\nrung \\- \(sentence(top["abstract"]))\n"
    page += ".SH SYNOPSIS\n.B rung\n.I command\n[\\fIoptions\\fR]\n.SH DESCRIPTION\n" + preformatted(top["discussion"])
    page += ".SH COMMANDS\n"
    append(top["subcommands"], under: "rung", to: &page)
    return page
  }

  /// What the parser knows of the commands.
  private static var described: Node? { (try? Reader.message(Array(RungCommand._dumpHelp().utf8)))?["command"] }

  private static func append(_ commands: Node?, under parent: String, to page: inout String) {
    for command in commands?.items ?? [] {
      guard let name = command["commandName"]?.scalar?.text, name != "help" else { continue }
      let path = "\(parent) \(name)"
      let below = command["subcommands"]
      page += ".SS \"\(escaped(path))\"\n\(sentence(command["abstract"]))\n" + preformatted(command["discussion"])
      for argument in command["arguments"]?.items ?? [] { append(argument, to: &page) }
      append(below, under: path, to: &page)
    }
  }

  private static func append(_ argument: Node, to page: inout String) {
    func text(_ key: String) -> String? { argument[key]?.scalar?.text }
    let names = (argument["names"]?.items ?? []).compactMap { name -> String? in
      guard let word = name["name"]?.scalar?.text else { return nil }
      return (name["kind"]?.scalar?.text == "long" ? "--" : "-") + word
    }
    guard text("shouldDisplay") != "false", names != ["-h", "--help"], names != ["--version"] else { return }
    var head = names.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    if text("kind") != "flag", let value = text("valueName") { head += (head.isEmpty ? "" : " ") + "\\fI\(escaped(value))\\fR" }
    page += ".TP\n\(head)\n\(sentence(argument["abstract"]))\n"
  }

  /// Running text: of a line that would be a request, the first character is made harmless.
  private static func sentence(_ node: Node?) -> String { line(node?.scalar?.text ?? "") }

  private static func preformatted(_ node: Node?) -> String {
    guard let text = node?.scalar?.text, !text.isEmpty else { return "" }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    var page = ".PP\n"
    var isIndented = false
    for (index, each) in lines.enumerated() {
      // Lists and examples keep their lines; sentences are filled.
      if each.hasPrefix("  ") != isIndented {
        isIndented.toggle()
        page += isIndented ? ".nf\n" : ".fi\n"
      }
      if each.isEmpty {
        if index + 1 < lines.count { page += isIndented ? "\n" : ".PP\n" }
      } else {
        page += line(each) + "\n"
      }
    }
    return page + (isIndented ? ".fi\n" : "")
  }

  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private static func escaped(_ text: String) -> String {
    text.escaped { scalar in
      switch scalar {
      case "\\": "\\e"
      case "-": "\\-"
      case "\"": "\\(dq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\u{2026}": "..."
      case "\u{80}"...: "\\[u\(String(scalar.value, radix: 16, uppercase: true).zeroPadded(to: 4))]"
      default: nil
      }
    }
  }
}
