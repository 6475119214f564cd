package import RungSource

/// Whether a part of a request can be changed after the request was sent.
package struct ChangeFact: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// A path in the body without list indices, and everything below it; empty for the whole body. The longest path applies.
    case path(String)
    /// Something without a path in the body: a field whose JSON name is not documented.
    case outside(String)
    /// A placeholder in the URL, and its title.
    case name(String, String)
  }

  /// The name of a ``RequestKind``.
  package let request: String
  package let subject: Subject
  package let changeability: Changeability
  package let citation: Citation
  package let traits: [ChangeTrait]
  package let remark: String?

  package init(
    _ request: String, _ subject: Subject, _ changeability: Changeability, _ citation: Citation, _ traits: [ChangeTrait] = [],
    remark: String? = nil
  ) {
    (self.request, self.subject, self.changeability, self.citation, self.traits, self.remark)
      = (request, subject, changeability, citation, traits, remark)
  }

  /// The same for several paths.
  package static func each(
    _ request: String, _ paths: [String], _ changeability: Changeability, _ citation: Citation, _ traits: [ChangeTrait] = [],
    remark: String? = nil
  ) -> [ChangeFact] {
    paths.map { ChangeFact(request, .path($0), changeability, citation, traits, remark: remark) }
  }

  /// The placeholder in the URL.
  package var parameter: String? { if case .name(let parameter, _) = subject { parameter } else { nil } }

  package var path: String? { if case .path(let path) = subject { path } else { nil } }

  /// Whether the fact applies to a path, or to something above it.
  package func covers(_ other: String) -> Bool {
    guard let path else { return false }
    return path.isEmpty || other == path || other.hasPrefix(path + ".")
  }
}

extension [ChangeFact] {
  /// The fact that applies to a path of a request's body: the one with the longest path.
  package func fact(for path: String, in request: String) -> ChangeFact? {
    filter { $0.request == request && $0.covers(path) }.max { ($0.path?.utf8.count ?? 0) < ($1.path?.utf8.count ?? 0) }
  }
}
