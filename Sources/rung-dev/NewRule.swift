/// A rule is one file; this creates it, with one fault that it finds and one stream that it accepts, so that it is green
/// until the real ones replace them.
enum NewRule {
  static func layOut(family: String, name: String, in root: String) throws(Fault) {
    try Name.check(name, "a rule", example: "archive-window-above-limit")
    let kind = try kind(of: family, in: root)
    let path = "\(kind.folder)/\(Name.type(name)).swift"
    let isProviders = kind.folder.hasPrefix("Sources/RungProviders/")
    try Skeleton.write(path, """
      internal import RungSource
      \(isProviders ? "internal import RungSpec\n" : "")
      extension \(kind.owner) {
        static let \(Name.variable(name)) = Rule<\(kind.subject)>(
          "\(name)", family: \(kind.family), severity: .error,
          summary: "what is found, in one line",
          why: "Why it matters to the operator of the stream.",
          citation: Citation("the document", "its heading or clause", url: "https://example.com", checked: "\(Today.text)"),
          bad: [
            Example(\"""
              \(kind.example(named: "⟦\(name)⟧"))
              \""")
          ],
          good: [
            Example(\"""
              \(kind.example(named: "news"))
              \""")
          ]
        ) { \(kind.parameter), report in
          \(kind.check(name))
        }
      }

      """, in: root)
    // Rules that providers share are on one page.
    let page = ["common", "fleet"].contains(family) ? "provider" : family.lowercased()
    try Skeleton.page(
      "rules", page, title: "Rules: \(page)", command: "rules --family \(page)", cells: ["[\(page)](\(page).md)", "what is checked there"], in: root)
    Console.say("then: \(Generator.command); RULES=\(name) swift test --filter ExampleTests")
  }

  private struct Kind {
    let owner: String
    let subject: String
    let folder: String
    let family: String
    let parameter: String
    /// The path from the parameter to the spec's name; nil where the subject has none.
    var name: String? = nil
    /// What a spec must have, besides its name, for rules of this kind to check it.
    var context = ""

    func example(named name: String) -> String {
      switch subject {
      case "Ladder": lines(["rung: 1", "name: news", "ladder:", "  renditions:", "    - {name: \(name), resolution: 1280x720}"])
      case "Fleet.Meeting":
        // Two that claim the same collide; others are unknown here.
        lines([
          "rung: 1", "name: one", "targets: {qencode: {stream_id: same}}", "---", "rung: 1", "name: two",
          "targets: {qencode: {stream_id: \(name.hasPrefix("⟦") ? "⟦same⟧" : "other")}}",
        ])
      case "Feed":
        lines([
          "rung: 1", "name: news", "targets: {ffmpeg: {output: push, push_url: \"rtmp://live.twitch.tv/app\"}}", "encoding: passthrough",
          "ladder: {renditions: [{name: \(name), resolution: 1280x720, codec: h264, fps: 25, gop: 50, bitrate: 3M}]}",
        ])
      default: lines(["rung: 1"] + (context.isEmpty ? [] : [context]) + ["name: \(name)"])
      }
    }

    func check(_ rule: String) -> String {
      switch subject {
      case "Ladder":
        return body([
          "for rendition in ladder.renditions {", "  guard let name = rendition.value.name, name.value == \"\(rule)\" else { continue }",
          "  report.flag(name.place, \"found `\\(name.value)`; expected another name\", help: \"give it another name\")", "}",
        ])
      case "Fleet.Meeting":
        return body([
          "report.working(for: meeting.provider) {",
          "  $0.flag(meeting.place, \"found the same twice; expected it once\", help: \"use another one\", citation: meeting.claim.kind.citation)", "}",
        ])
      default:
        return body([
          "guard let name = \(parameter).\(self.name ?? "spec.name"), name.value == \"\(rule)\" else { return }",
          "report.flag(name.place, \"found `\\(name.value)`; expected another name\", help: \"give it another name\")",
        ])
      }
    }

    /// Under an example's quotes.
    private func lines(_ lines: [String]) -> String { lines.joined(separator: "\n        ") }
    private func body(_ lines: [String]) -> String { lines.joined(separator: "\n    ") }
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
        owner: "CommonRules", subject: "Measured", folder: "Sources/RungProviders/CommonRules", family: "nil", parameter: "measured",
        name: "stream.spec.name", context: "targets: [tenbyte]")
    case "fleet":
      return Kind(
        owner: "FleetRules", subject: "Fleet.Meeting", folder: "Sources/RungProviders/Fleet/Rules", family: "nil", parameter: "meeting")
    case "destination":
      return Kind(
        owner: "DestinationRules", subject: "Feed", folder: "Sources/RungProviders/Destinations/Rules", family: "family", parameter: "feed",
        name: "renditions.first?.value.name")
    default:
      let packs = Registries.packs(in: root)
      if let pack = packs.first(where: { Name.plain($0) == Name.plain(family) }) {
        return Kind(
          owner: "\(pack)Rules", subject: "Stream", folder: "Sources/RungSpec/Packs/\(pack)", family: "family", parameter: "stream",
          context: "packs: [\(family)]")
      }
      let folders = try Registries.folders(declaring: "Provider", in: root)
        + Registries.folders(declaring: "Encoder", in: root)
      guard let provider = folders.first(where: { Name.plain($0) == Name.plain(family) }) else {
        throw Fault("family `\(family)` does not exist; expected spec, ladder, common, fleet, destination, \((packs + folders).joined(separator: ", "))")
      }
      return Kind(
        owner: provider, subject: "Fit<\(provider)>", folder: "Sources/RungProviders/\(provider)/Rules", family: "id",
        parameter: "fit", context: "targets: [\(provider.lowercased())]")
    }
  }
}
