internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource
internal import RungSpec

/// `--pack`: what streams are held to besides.
struct PackOption: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "Rule pack to check every stream against, in addition to those under `packs`. May be repeated, or list several with commas.",
      valueName: "pack"),
    completion: .listed(allPacks.map(\.name)))
  var values: [String] = []

  func packs() throws -> [RulePack] {
    try values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { try Self.pack(String($0)) }
  }

  static func pack(_ word: String) throws -> RulePack {
    if let pack = RulePack(rawValue: word) { return pack }
    let names = RulePack.allCases.map(\.rawValue)
    let near = Similarity.nearest(to: word, among: names).question
    throw Failure.usage("there is no rule pack `\(word)`; \(near ?? "there are \(names.joined(separator: ", "))")")
  }

  static func adopted(_ packs: [PackInfo]) -> [RuleText.Adopted] {
    packs.flatMap { pack in
      pack.adopted.map { (id: $0.rule.id, pack: pack.name, severity: $0.severity, citation: $0.citation) }
    }
  }
}
