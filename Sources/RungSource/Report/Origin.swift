

/// The origin of a value, as `rung explain --value` and a plan show it.
public enum Origin: Sendable, Hashable {
  /// Written by the author of the spec (also through `extends` or an anchor).
  case author
  /// From a shipped ladder, by its name.
  case preset(String)
  /// A default; the reason for it.
  case `default`(String)
  /// Computed; the formula with the numbers that went into it.
  case derived(String)
  /// What the provider's document says.
  case providerFact(Citation)

  /// For a person: `preset tenbyte-balanced`.
  public var label: String {
    switch self {
    case .author: "author"
    case .preset(let name): "preset \(name)"
    case .default(let reason): "default: \(reason)"
    case .derived(let formula): "derived: \(formula)"
    case .providerFact(let citation): "provider: \(citation.text)"
    }
  }
}
