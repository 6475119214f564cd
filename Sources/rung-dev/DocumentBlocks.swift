/// What README.md and the pages of docs/ show of the project itself: what commands print, between `<!-- rung: ARGUMENTS -->`
/// and `<!-- /rung -->`; the same where it is Markdown, between `<!-- markdown: ARGUMENTS -->` and `<!-- /markdown -->`; and
/// files of the project, between `<!-- file: PATH -->` and `<!-- /file -->`.
enum DocumentBlocks {
  private struct Mark: Sendable {
    let opening: String
    let closing: String
    let content: @Sendable (_ argument: String, _ root: String, _ folder: String) throws(Fault) -> [String]

    func argument(of line: String) -> String? {
      line.hasPrefix(opening) && line.hasSuffix(" -->") ? String(line.dropFirst(opening.count).dropLast(4)) : nil
    }
  }

  private static let marks = [
    Mark(opening: "<!-- rung: ", closing: "<!-- /rung -->") { (command, root, folder) throws(Fault) in
      fenced(["$ rung \(command)"] + (try printed(command, in: root, by: folder, withErrors: true)), "console")
    },
    Mark(opening: "<!-- markdown: ", closing: "<!-- /markdown -->") { (command, root, folder) throws(Fault) in
      try printed("\(command) --format markdown", in: root, by: folder, withErrors: false)
    },
    Mark(opening: "<!-- file: ", closing: "<!-- /file -->") { (path, root, _) throws(Fault) in try fileBlock(path, in: root) },
  ]

  /// Every page, as it should be.
  static func files(in root: String, by folder: String) throws(Fault) -> [GeneratedFile] {
    let pages = Tree.files(below: "\(root)/docs").filter { $0.hasSuffix(".md") }.map { String($0.dropFirst(root.utf8.count + 1)) }
    var files: [GeneratedFile] = []
    for path in ["README.md"] + pages {
      guard let text = try Tree.text(of: "\(root)/\(path)") else { continue }
      do throws(Fault) {
        files.append(GeneratedFile(path: path, text: try filled(text, in: root, by: folder)))
      } catch {
        throw Fault("\(path): \(error.message)")
      }
    }
    return files
  }

  private static func filled(_ text: String, in root: String, by folder: String) throws(Fault) -> String {
    var result: [String] = []
    var inside: (mark: Mark, argument: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let (mark, argument) = inside {
        guard line == mark.closing else {
          if marks.contains(where: { $0.argument(of: line) != nil }) {
            throw Fault("`\(mark.opening)\(argument) -->` is not closed by `\(mark.closing)`")
          }
          continue
        }
        result += try mark.content(argument, root, folder)
        inside = nil
      } else {
        for mark in marks { if let argument = mark.argument(of: line) { inside = (mark, argument) } }
      }
      result.append(line)
    }
    if let (mark, argument) = inside { throw Fault("`\(mark.opening)\(argument) -->` is not closed by `\(mark.closing)`") }
    return result.joined(separator: "\n")
  }

  private static func fileBlock(_ file: String, in root: String) throws(Fault) -> [String] {
    guard let text = try Tree.text(of: "\(root)/\(file)") else { throw Fault("`\(file)` does not exist") }
    let language = file.split(separator: ".").last.map(String.init) ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return fenced(lines, language)
  }

  private static func printed(_ command: String, in root: String, by folder: String, withErrors: Bool) throws(Fault) -> [String] {
    let result = try Program.shell("rung \(command)", in: root, path: folder, withErrors: withErrors)
    // Findings are what many blocks show; wrong usage and a tool that could not run are not.
    guard result.status <= 1 else { throw Fault("`rung \(command)` ended with \(result.status): \(result.output)") }
    var output = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while output.last?.isEmpty == true { output.removeLast() }
    return output
  }

  private static func fenced(_ lines: [String], _ language: String) -> [String] {
    var fence = "```"
    while lines.contains(where: { $0.contains(fence) }) { fence += "`" }
    return ["\(fence)\(language)"] + lines + [fence]
  }
}
