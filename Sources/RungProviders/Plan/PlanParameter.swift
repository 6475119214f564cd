public import RungSource

/// What goes into a named place of a template.
public struct PlanParameter: Sendable {
  /// The name of the place.
  public var name: String
  /// Where the value comes from.
  public var filling: Filling

  /// Where a value comes from.
  public enum Filling: Sendable {
    /// It stands in the spec, or follows from it.
    case known(Located<String>)
    /// It is read from the environment when the request is sent: a credential.
    case environment(String)
    /// It was read out of an earlier answer, under this name.
    case bound(String)
    /// Somebody has to say it; in words, what it is.
    case asked(String)
  }

  /// - Parameters:
  ///   - value: nil when somebody has to say it.
  ///   - source: in words, what it is then.
  package init(_ name: String, _ value: Located<String>?, source: String? = nil) {
    self.name = name
    filling = value.map { .known($0) } ?? .asked(source ?? name)
  }

  package init(_ name: String, environment variable: String) {
    self.name = name
    filling = .environment(variable)
  }

  /// - Parameter binding: the name of the binding, when it is not that of the place.
  package init(bound name: String, from binding: String? = nil) {
    self.name = name
    filling = .bound(binding ?? name)
  }

  /// Nil when it is known only when the request is sent.
  public var value: Located<String>? {
    if case .known(let value) = filling { value } else { nil }
  }
}
