internal import ArgumentParser
internal import RungProviders
internal import RungSource

/// What shells offer where the answer depends on this version, or on what is typed already.
extension CompletionKind {
  /// Names with commas between them: those that are not there yet. They are made where a shell asks for them, and for no other run.
  static func listed(_ names: @autoclosure @escaping @Sendable () -> [String]) -> CompletionKind {
    .custom { _, _, prefix in
      let typed = prefix.split(separator: ",", omittingEmptySubsequences: false).dropLast().map(String.init)
      let start = typed.map { $0 + "," }.joined()
      return names().filter { !typed.contains($0) }.map { start + $0 }
    }
  }

  /// Files that may be specs.
  static var specs: CompletionKind { .file(extensions: ["yaml", "yml", "json"]) }

  /// Ids of rules, as `rung explain` takes them.
  static var ruleIDs: CompletionKind { .custom { _, _, _ in RuleLookup.names } }
}
