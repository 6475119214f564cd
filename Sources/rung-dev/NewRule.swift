/// A rule is one file; this lays it out. The compiler and the tests say what is left to write.
enum NewRule {
  static func layOut(family: String, name: String, in root: String) throws(Fault) {
    guard name.utf8.allSatisfy({ $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }), name.utf8.first.map({ $0 &- 0x61 < 26 }) == true else {
      throw Fault("`\(name)` is not the name of a rule; write it as `archive-window-above-limit`")
    }
    let words = name.split(separator: "-").map(String.init)
    let typeName = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let variable = words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()

    let kind = try kind(of: family, in: root)
    let path = "\(kind.folder)/\(typeName).swift"
    guard !Tree.exists("\(root)/\(path)") else { throw Fault("`\(path)` is there already") }
    let isProviders = kind.folder.hasPrefix("Sources/RungProviders/")
    try Tree.replace("\(root)/\(path)", with: """
      internal import RungSource
      \(isProviders ? "internal import RungSpec\n" : "")
      extension \(kind.owner) {
        static let \(variable) = Rule<\(kind.subject)>(
          "\(name)", family: \(kind.family), severity: .error,
          summary: "",
          why: "",
          bad: [
            Example(\"\"\"
              rung: 1
              name: ⟦news⟧
              \"\"\")
          ],
          good: [
            Example(\"\"\"
              rung: 1
              name: news
              \"\"\")
          ]
        ) { \(kind.parameter), report in
        }
      }

      """)
    Console.say("wrote \(path); then: \(Generator.command)")
  }

  private struct Kind {
    let owner: String
    let subject: String
    let folder: String
    let family: String
    let parameter: String
  }

  private static func kind(of family: String, in root: String) throws(Fault) -> Kind {
    switch family {
    case "spec":
      return Kind(
        owner: "SpecRules", subject: "Stream", folder: "Sources/RungSpec/Rules/Spec", family: "\"spec\"", parameter: "stream")
    case "ladder":
      return Kind(
        owner: "LadderRules", subject: "Ladder", folder: "Sources/RungSpec/Rules/Ladder", family: "\"ladder\"", parameter: "ladder")
    case "common":
      return Kind(
        owner: "CommonRules", subject: "Measured", folder: "Sources/RungProviders/CommonRules", family: "nil", parameter: "measured")
    case "apple-hls", "dash-if":
      let owner = family == "apple-hls" ? "AppleHLS" : "DASHIF"
      return Kind(
        owner: "\(owner)Rules", subject: "Stream", folder: "Sources/RungSpec/Packs/\(owner)", family: "family", parameter: "stream")
    case "fleet":
      return Kind(
        owner: "FleetRules", subject: "Fleet", folder: "Sources/RungProviders/Fleet/Rules", family: "nil", parameter: "fleet")
    default:
      let folders = try Registries.folders(declaring: "Provider", in: root)
        + Registries.folders(declaring: "Encoder", in: root)
      guard let provider = folders.first(where: { $0.lowercased() == family.lowercased() }) else {
        throw Fault("there is no family `\(family)`; expected spec, ladder, common, fleet, apple-hls, dash-if, \(folders.joined(separator: ", "))")
      }
      return Kind(
        owner: provider, subject: "Fit<\(provider)>", folder: "Sources/RungProviders/\(provider)/Rules", family: "id",
        parameter: "fit")
    }
  }
}
