internal import ArgumentParser
internal import Rung

/// What settles findings, the same for every command that reads specs.
struct PolicyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The configuration, in place of the rung.yaml of each spec's directory or the nearest above it, up to the root of the repository.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]), transform: Word.path)
  var config: String?

  @Flag(name: .customLong("no-config"), help: "Use no configuration.")
  var noConfig = false

  @Option(
    help: ArgumentHelp("Only findings of these rules count: ids, patterns ('mkio/*') or families. May be repeated, or list several with commas. What could not be read always counts.", valueName: "rules"),
    completion: .listed(RuleLookup.names + RuleLookup.families))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Findings of these rules do not count: ids, patterns or families. May be repeated, or list several with commas.", valueName: "rules"),
    completion: .listed(RuleLookup.names + RuleLookup.families))
  var ignore: [String] = []

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config names a configuration, and --no-config uses none; remove one of them") }
  }

  static func patterns(_ words: [String], _ option: String) throws -> [RulePattern] {
    try words.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }.map { word in
      guard let pattern = RulePattern(String(word)) else {
        throw Failure.usage("\(option): there is no rule, family or provider `\(word)`; \(RulePattern.guess(String(word)) ?? "`rung rules` lists them")")
      }
      return pattern
    }
  }
}
