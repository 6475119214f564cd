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
}
