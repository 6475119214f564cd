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
      provider's id in front. `rung explain ID` says more.

      EXAMPLES:
        rung rules --family ladder
        rung rules --format json | jq -r '.rules[].id'
      """)

  @Option(help: ArgumentHelp("Only this family: what stands before the slash.", valueName: "family"))
  var family: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    var rules = allRules
    if let family {
      var families: [String] = []
      for rule in rules where !families.contains(Self.family(rule)) { families.append(Self.family(rule)) }
      rules.removeAll { Self.family($0) != family }
      guard !rules.isEmpty else {
        let near = Similarity.nearest(to: family, among: families).map { "did you mean `\($0)`?" }
        throw Failure.usage("there is no family `\(family)`; \(near ?? "there are \(families.joined(separator: ", "))")")
      }
    }
    let console = Console()
    console.print(format == .json ? RuleText.json(rules) : RuleText.list(rules, style: Console.resultStyle))
    try console.end(.clean)
  }

  private static func family(_ rule: RuleInfo) -> String { rule.family ?? "provider" }
}
