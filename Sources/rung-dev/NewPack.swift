/// A rule pack is a folder, and a case of `RulePack`; this lays out both.
enum NewPack {
  static func layOut(name: String, in root: String) throws(Fault) {
    try Name.check(name, "a rule pack", example: "apple-hls")
    let (type, variable) = (Name.type(name), Name.variable(name))
    try Skeleton.write("Sources/RungSpec/Packs/\(type)/\(type)Rules.swift", """
      internal import RungSource

      /// What the pack is of, and how its MUST and SHOULD become severities.
      package enum \(type)Rules {
        static let family = RulePack.\(variable).rawValue

        /// General rules that are among its requirements, with the strength and the source that they have there.
        static let adopted = [
          PackRequirement("ladder/aspect-ratio-drift", .warning, Citation("the document", "its clause (SHOULD)", url: "https://example.com", checked: "\(Today.text)"))
        ]
      }

      """, in: root)
    // Behind the last of the cases, in the declaration and in each switch.
    try Skeleton.edit("Sources/RungSpec/Packs/RulePack.swift", in: root) { lines throws(Fault) in
      guard let last = lines.last(where: { $0.hasPrefix("  case ") && $0.contains(" = \"") })?.split(separator: " ")[1] else {
        throw Fault("`RulePack` declares no case")
      }
      var written: [String] = []
      for line in lines {
        written.append(line)
        if line.hasPrefix("  case \(last) = ") {
          written += ["  /// \(name)", "  case \(variable) = \"\(name)\""]
        } else if line.hasPrefix("    case .\(last): ") {
          let value = line.dropFirst("    case .\(last): ".count)
          written.append("    case .\(variable): \(value.hasPrefix("\"") ? "\"\(name)\"" : "\(type)Rules.\(value.split(separator: ".").last ?? "all")")")
        }
      }
      lines = written
    }
    Console.say("then: \(Generator.command); swift run rung-dev new-rule \(name) NAME")
  }
}
