/// A field of the spec is a property of its model and a line of its shape; this writes both. What no body has is reported
/// as not expressible until a provider's bodies have it.
enum NewField {
  private static let kinds: [(word: String, type: String, field: String, value: String)] = [
    ("text", "String", ".string", "example"), ("number", "Int", ".integer", "1"), ("switch", "Bool", ".bool", "true"),
    ("time", "Seconds", ".unit", "10s"), ("bitrate", "Bitrate", ".unit", "1M"),
  ]
  static let words = kinds.map(\.word)

  static func layOut(type: String, name: String, kind word: String, in root: String) throws(Fault) {
    try Name.check(name, "a field", example: "max_file_duration")
    guard let kind = kinds.first(where: { $0.word == word }) else {
      throw Fault("`\(word)` is not a kind of field; expected \(words.joined(separator: ", "))")
    }
    let variable = Name.variable(name)
    for file in Tree.swiftFiles(below: "\(root)/Sources/RungSpec/Model") {
      guard try Tree.text(of: file)?.contains("struct \(type): ") == true else { continue }
      try Skeleton.edit(String(file.dropFirst(root.utf8.count + 1)), in: root) { lines throws(Fault) in
        guard let start = lines.firstIndex(where: { $0.contains("struct \(type): ") }),
          let property = lines[start...].firstIndex(where: { $0.hasPrefix("  package var ") && $0.contains(": Located<") }),
          let shape = lines[property...].firstIndex(where: { $0.contains(" = Shape(") }),
          let end = lines[shape...].firstIndex(of: "  }")
        else { throw Fault("`\(type)` has no fields with a shape") }
        guard !lines[shape..<end].contains(where: { $0.contains("\"\(name)\"") }) else { throw Fault("`\(type)` has a field `\(name)` already") }
        lines.insert("    Field(\"\(name)\", { $1(&$0.\(variable)) }, \(kind.field), \"What it says, in a line.\")", at: end)
        lines.insert("  package var \(variable): Located<\(kind.type)>?", at: property)
      }
      Console.say("then: \(Generator.command); set `\(name): \(kind.value)` in Tests/Lossless/everything.yaml; a line in CHANGELOG.md; RUNG_DEPTH=full swift test --filter LosslessTests")
      return
    }
    throw Fault("Sources/RungSpec/Model declares no struct `\(type)`")
  }
}
