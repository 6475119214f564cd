internal import ArgumentParser
internal import Rung
internal import RungOutput
internal import RungSource

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules.",
    discussion: """
      Rules of the family `provider` hold for every provider that publishes such a limit; a finding carries the \
      provider's id in front. Those of a rule pack apply to streams that use it: with `packs: [apple-hls]` in \
      the spec or `rung check --pack apple-hls`. A general rule lists which packs require it, and how strictly. \
      `rung explain ID` says more.

      EXAMPLES:
        rung rules --family ladder
        rung rules --pack apple-hls                 what a rule pack requires
        rung rules --format json | jq -r '.rules[].id'
      """)

  @Option(help: ArgumentHelp("Only this family: the part before the slash.", valueName: "family"),
    completion: .custom { _, _, _ in RuleLookup.families }, transform: Word.name)
  var family: String?

  @Option(
    help: ArgumentHelp("Only what this rule pack requires, with the strength that it has there.", valueName: "pack"),
    completion: .list(allPacks.map(\.name)))
  var pack: String?

  @Option(help: "text, json, or markdown: a page with the examples of each rule.")
  var format: PageFormat = .text

  @OptionGroup var color: ColorOption

  func run() throws {
    let console = Console()
    var rules = allRules
    var packs = allPacks
    if let pack {
      let wanted = try PackOption.pack(pack)
      packs.removeAll { $0.pack != wanted }
      rules = packs.flatMap { $0.rules + $0.adopted.map(\.rule) }
    }
    if let family {
      var families: [String] = []
      for rule in rules where !families.contains(Self.family(rule)) { families.append(Self.family(rule)) }
      rules.removeAll { Self.family($0) != family }
      guard !rules.isEmpty else {
        let near = Similarity.nearest(to: family, among: families).question
        throw Failure.usage("there is no family `\(family)`; \(near ?? "there are \(families.joined(separator: ", "))")")
      }
    }
    let adopted = PackOption.adopted(packs)
    switch (format, pack) {
    case (.json, _): console.print(RulesJSON.text(rules, adopted))
    case (.markdown, _): console.print(RuleMarkdown.text(rules, adopted))
    case (.text, nil): console.show(RuleText.list(rules, adopted, style: Console.resultStyle))
    case (.text, _): console.show(RuleText.required(rules, adopted, style: Console.resultStyle))
    }
    try console.end(.clean)
  }

  private static func family(_ rule: RuleInfo) -> String { rule.family ?? "provider" }
}
