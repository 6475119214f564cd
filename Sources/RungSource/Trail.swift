/// Index into the trails that a ``Report`` keeps; `none` for a value that stands where it is used.
package struct TrailID: Hashable, Sendable {
  package let index: UInt32
  package static let none = TrailID(index: 0)
}

/// One step on the way from the place where a value is written to the place where it is used.
package struct Trail: Sendable {
  package enum Step: Sendable {
    /// A YAML alias at this span repeats the anchored value.
    case alias(Span)
    /// The value comes from a file that `extends` names at this span.
    case extends(Span)
    /// The value comes from a shipped preset that the spec names at this span.
    case preset(String, Span)
    /// The value was set for one target only, under `overrides`.
    case override(String)
    /// Nobody wrote the value: the reason for it stands here. The span is that of the nearest enclosing value.
    case byDefault(String)
    /// The value was computed from others. The formula is put into words only when somebody asks.
    case derived(@Sendable () -> String, from: [Place])
    /// The value is a fact of the provider.
    case fact(Citation)
  }

  package let step: Step
  package let parent: TrailID
}

/// Who is to be thanked for a value. What `rung explain --value` and a plan show.
public enum Origin: Sendable, Hashable {
  /// Written by the author of the spec (also through `extends` or an anchor).
  case author
  case preset(String)
  case `default`(String)
  /// Computed; the formula with the numbers that went into it.
  case derived(String)
  case providerFact(Citation)

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
