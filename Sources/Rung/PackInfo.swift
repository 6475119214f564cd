public import RungSpec

/// A rule pack: what `packs` of a spec can name.
public struct PackInfo: Sendable {
  /// What `packs` names.
  public let pack: RulePack
  /// `apple-hls`
  public var name: String { pack.rawValue }
  /// Whose requirements they are.
  public var title: String { pack.title }
  /// Its own rules; they speak in streams that are held to it.
  public let rules: [RuleInfo]
  /// General rules that it has among its requirements, with the strength and the source that they have there.
  public let adopted: [(rule: RuleInfo, severity: Severity, citation: Citation)]
}
