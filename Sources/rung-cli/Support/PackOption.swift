internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

/// `--pack`: what streams are held to besides.
struct PackOption: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      "Rule pack to hold every stream to, beside those that its spec names under `packs`. May be repeated, or list several with commas.",
      valueName: "pack"),
    completion: .list(allPacks.map(\.name)))
  var values: [String] = []

  func names() throws -> [String] {
    try values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { try Self.name(String($0)) }
  }

  static func name(_ word: String) throws -> String {
    let names = allPacks.map(\.name)
    guard !names.contains(word) else { return word }
    let near = Similarity.nearest(to: word, among: names).map { "did you mean `\($0)`?" }
    throw Failure.usage("there is no rule pack `\(word)`; \(near ?? "there are \(names.joined(separator: ", "))")")
  }

  static func adopted(_ packs: [PackInfo]) -> [RuleText.Adopted] {
    packs.flatMap { pack in
      pack.adopted.map { (id: $0.rule.id, pack: pack.name, severity: $0.severity, citation: $0.citation) }
    }
  }
}
