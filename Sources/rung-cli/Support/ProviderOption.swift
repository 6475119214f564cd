internal import ArgumentParser
internal import RungProviders
internal import RungSource

/// `--for`, the same everywhere.
struct ProviderOption: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Provider or encoder to work for, instead of those under `targets`. May be repeated, or list several with commas.",
      valueName: "target"),
    completion: .listed(Targets.ids))
  var names: [String] = []

  /// The ids in the order asked for; nil when none was.
  func ids() throws -> [TargetID]? { try Self.ids(names, among: Targets.ids) }

  /// - Parameter known: providers, where an encoder makes no sense.
  static func ids(_ names: [String], among known: [String] = Providers.ids) throws -> [TargetID]? {
    var ids: [TargetID] = []
    for name in names.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }) {
      guard known.contains(name) else { throw Failure.usage(unknown(name, known)) }
      let id = TargetID(rawValue: name)
      if !ids.contains(id) { ids.append(id) }
    }
    return names.isEmpty ? nil : ids
  }

  /// Their titles, for a sentence.
  static func titles(_ ids: [TargetID]) -> String {
    ids.compactMap { id in Providers.named(id.rawValue)?.title }.joined(separator: " and ")
  }

  static var example: String { Providers.all.first?.id ?? "PROVIDER" }

  static func unknown(_ name: String, _ known: [String]) -> String {
    let near = Similarity.nearest(to: name, among: known).question.map { "; \($0)" }
    if Encoders.all.contains(where: { $0.id == name }) { return "`\(name)` is an encoder and takes no requests; write `rung compile FILE --for \(name)`" }
    return "there is no provider `\(name)`\(near ?? "; there are \(known.joined(separator: ", "))")"
  }
}
