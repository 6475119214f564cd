internal import Rung
internal import RungOutput
internal import RungSource

/// The pages of rules, which findings lead to.
enum RulePages {
  /// The address of a rule's page, which is kept when it is first asked for; nil where it cannot be kept.
  static func uri(of id: RuleID, _ host: any EditorHost) -> String? {
    guard let rule = RuleIndex.byID[id] else { return nil }
    return host.keep("rules/\(id.rawValue).md", isAnew: false) { text(of: rule) }.map(FileURI.uri)
  }

  private static func text(of rule: RuleInfo) -> String {
    let adopted = allPacks.flatMap { pack in pack.adopted.filter { $0.rule.id == rule.id }.map { (id: $0.rule.id, pack: pack.name, severity: $0.severity, citation: $0.citation) } }
    return RuleMarkdown.text([rule], adopted)
  }
}
