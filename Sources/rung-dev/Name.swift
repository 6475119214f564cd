/// Names with dashes, and their Swift spelling.
enum Name {
  static func check(_ name: String, _ what: String, example: String) throws(Fault) {
    guard name.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F }), name.utf8.first.map({ $0 &- 0x61 < 26 }) == true else {
      throw Fault("`\(name)` is not a valid name of \(what); expected the form `\(example)`")
    }
  }

  private static func words(_ name: String) -> [String] { name.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init) }

  static func type(_ name: String) -> String { words(name).map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() }

  static func variable(_ name: String) -> String { (words(name).first ?? "") + type(words(name).dropFirst().joined(separator: "-")) }

  /// Without what only one of the two spellings has: `dash-if` and `DASHIF`.
  static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }
}
