enum Skeleton {
  /// Writes a file that must not exist yet.
  static func write(_ path: String, _ text: String, in root: String) throws(Fault) {
    guard !Tree.exists("\(root)/\(path)") else { throw Fault("`\(path)` exists already") }
    try Tree.replace("\(root)/\(path)", with: text)
    Console.say("wrote \(path)")
  }

  /// Changes an existing file.
  static func edit(_ path: String, in root: String, _ change: (inout [String]) throws(Fault) -> Void) throws(Fault) {
    guard let text = try Tree.text(of: "\(root)/\(path)") else { throw Fault("`\(path)` does not exist") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try change(&lines)
    try Tree.replace("\(root)/\(path)", with: lines.joined(separator: "\n"))
    Console.say("changed \(path)")
  }

  /// A page of docs/reference that shows what the tool prints, and its row in the table of the folder; nothing where there is one.
  ///
  /// - Parameter command: of `rung`, without its format.
  static func page(_ folder: String, _ name: String, title: String, command: String, cells: [String], in root: String) throws(Fault) {
    let path = "docs/reference/\(folder)/\(name).md"
    guard !Tree.exists("\(root)/\(path)") else { return }
    try write(path, "# \(title)\n\n<!-- markdown: \(command) -->\n<!-- /markdown -->\n", in: root)
    try edit("docs/reference/\(folder)/README.md", in: root) { lines throws(Fault) in
      guard let last = lines.lastIndex(where: { $0.hasPrefix("| [") }) else { throw Fault("docs/reference/\(folder)/README.md has no table") }
      lines.insert("| \(cells.joined(separator: " | ")) |", at: last + 1)
    }
  }
}
