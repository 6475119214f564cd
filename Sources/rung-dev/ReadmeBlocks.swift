/// What commands print, in README.md, between `<!-- rung: ARGUMENTS -->` and `<!-- /rung -->`.
enum ReadmeBlocks {
  static let path = "README.md"
  private static let opening = "<!-- rung: "
  private static let closing = "<!-- /rung -->"

  /// Nil when there is no README yet.
  static func file(in root: String, by folder: String) throws(Fault) -> GeneratedFile? {
    guard let text = try Tree.text(of: "\(root)/\(path)") else { return nil }
    var result: [String] = []
    var inside: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let command = inside {
        guard line == closing else {
          if line.hasPrefix(opening) { throw Fault("\(path): `\(opening)\(command) -->` is not closed by `\(closing)`") }
          continue
        }
        result += try block(command, in: root, by: folder)
        inside = nil
      } else if line.hasPrefix(opening), line.hasSuffix(" -->") {
        inside = String(line.dropFirst(opening.count).dropLast(4))
      }
      result.append(line)
    }
    if let inside { throw Fault("\(path): `\(opening)\(inside) -->` is not closed by `\(closing)`") }
    return GeneratedFile(path: path, text: result.joined(separator: "\n"))
  }

  private static func block(_ command: String, in root: String, by folder: String) throws(Fault) -> [String] {
    let result = try Program.shell("rung \(command)", in: root, path: folder, withErrors: true)
    // Findings are what many blocks show; wrong usage and a tool that could not run are not.
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
