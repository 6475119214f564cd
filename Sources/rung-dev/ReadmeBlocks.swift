/// What README.md shows of the project itself: what commands print, between `<!-- rung: ARGUMENTS -->` and `<!-- /rung -->`,
/// and files of the project, between `<!-- file: PATH -->` and `<!-- /file -->`.
enum ReadmeBlocks {
  static let path = "README.md"

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
      try block(command, in: root, by: folder)
    },
    Mark(opening: "<!-- file: ", closing: "<!-- /file -->") { (path, root, _) throws(Fault) in try fileBlock(path, in: root) },
  ]

  /// Nil when there is no README yet.
  static func file(in root: String, by folder: String) throws(Fault) -> GeneratedFile? {
    guard let text = try Tree.text(of: "\(root)/\(path)") else { return nil }
    var result: [String] = []
    var inside: (mark: Mark, argument: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let (mark, argument) = inside {
        guard line == mark.closing else {
          if marks.contains(where: { $0.argument(of: line) != nil }) {
            throw Fault("\(path): `\(mark.opening)\(argument) -->` is not closed by `\(mark.closing)`")
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
    if let (mark, argument) = inside { throw Fault("\(path): `\(mark.opening)\(argument) -->` is not closed by `\(mark.closing)`") }
    return GeneratedFile(path: path, text: result.joined(separator: "\n"))
  }

  private static func fileBlock(_ file: String, in root: String) throws(Fault) -> [String] {
    guard let text = try Tree.text(of: "\(root)/\(file)") else { throw Fault("\(path): `\(file)` does not exist") }
    let language = file.split(separator: ".").last.map(String.init) ?? ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return ["```\(language)"] + lines + ["```"]
  }

  private static func block(_ command: String, in root: String, by folder: String) throws(Fault) -> [String] {
    let result = try Program.shell("rung \(command)", in: root, path: folder, withErrors: true)
    // Many blocks show findings; wrong usage and a tool that could not run are faults.
    guard result.status <= 1 else {
      throw Fault("\(path): `rung \(command)` ended with \(result.status): \(result.output)")
    }
    var output = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while output.last?.isEmpty == true { output.removeLast() }
    var fence = "```"
    while output.contains(where: { $0.contains(fence) }) { fence += "`" }
    return ["\(fence)console", "$ rung \(command)"] + output + [fence]
  }
}
