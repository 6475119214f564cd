public import RungSource

/// The value of a placeholder in a template.
public struct PlanParameter: Sendable {
  /// The name of the placeholder.
  public var name: String
  /// Where the value comes from.
  public var filling: Filling

  /// Where a value comes from.
  public enum Filling: Sendable {
    /// It is in the spec, or follows from it.
    case known(Located<String>)
    /// It is read from the environment when the request is sent: a credential.
    case environment(String)
    /// It was read from an earlier answer, under this name.
    case bound(String)
    /// The user has to give it; the text says what it is.
    case asked(String)
  }

  /// - Parameters:
  ///   - value: nil when the user has to give it.
  ///   - source: what it is then.
  package init(_ name: String, _ value: Located<String>?, source: String? = nil) {
    self.name = name
    filling = value.map { .known($0) } ?? .asked(source ?? name)
  }

  package init(_ name: String, environment variable: String) {
    self.name = name
    filling = .environment(variable)
  }

  /// - Parameter binding: the name of the binding, when it is not that of the placeholder.
  package init(bound name: String, from binding: String? = nil) {
    self.name = name
    filling = .bound(binding ?? name)
  }

  /// Nil when it is known only when the request is sent.
  public var value: Located<String>? {
    if case .known(let value) = filling { value } else { nil }
  }
}
