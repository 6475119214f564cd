package import RungSource

/// What becomes of a value when somebody wants another one later.
package enum Changeability: Sendable, Hashable {
  /// Another value means deleting what was made, and making another.
  case createOnly
  case patchable(by: Door)
  /// Nothing is stored: the value says what the request is about.
  case selects
  /// No document says.
  case undocumented

  /// The request that a change goes through.
  package enum Door: Sendable, Hashable {
    /// One of the provider's ``Provider/requests``.
    case kind(String)
    /// One that no plan holds, with method and path.
    case unplanned(String)
  }
}

/// What else is to be known before something is changed. Each has a document of its own, because the one that lists the
/// fields seldom says what becomes of a session that runs.
package enum ChangeTrait: Sendable, Hashable {
  case whileStreaming(Citation)
  case atNextStart(Citation)
  case interruptsSession(Citation)
  /// Only in these states of the resource.
  case onlyIn([String], Citation)
  /// The object that is sent takes the place of the stored one; nothing is merged.
  case replacesWhole(Citation)
  /// An empty text leaves the stored one as it is, so that it cannot be emptied.
  case emptyKeeps(Citation)
  case emptyClears(Citation)
  /// Fixed after all when the path in the same body has this value.
  case fixedWhen(path: String, is: String, Citation)

  package var citation: Citation {
    switch self {
    case .whileStreaming(let citation), .atNextStart(let citation), .interruptsSession(let citation), .onlyIn(_, let citation),
      .replacesWhole(let citation), .emptyKeeps(let citation), .emptyClears(let citation), .fixedWhen(_, _, let citation):
      citation
    }
  }
}

/// Whether a part of a request can be changed once the request was made.
package struct ChangeFact: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    /// A path in the body without list indices, and everything below it; empty for the whole body. The longest path speaks.
    case path(String)
    /// What no path of the body says: a field whose JSON name no document gives.
    case outside(String)
    /// A place in the URL, and what it is, for a person.
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
    self.request = request
    self.subject = subject
    self.changeability = changeability
    self.citation = citation
    self.traits = traits
    self.remark = remark
  }

  /// The same of several paths.
  package static func each(
    _ request: String, _ paths: [String], _ changeability: Changeability, _ citation: Citation, _ traits: [ChangeTrait] = [],
    remark: String? = nil
  ) -> [ChangeFact] {
    paths.map { ChangeFact(request, .path($0), changeability, citation, traits, remark: remark) }
  }

  /// The place in the URL.
  package var parameter: String? { if case .name(let parameter, _) = subject { parameter } else { nil } }

  package var path: String? { if case .path(let path) = subject { path } else { nil } }

  /// Whether the fact speaks of a path, or of something above it.
  package func covers(_ other: String) -> Bool {
    guard let path else { return false }
    return path.isEmpty || other == path || other.hasPrefix(path + ".")
  }
}

extension [ChangeFact] {
  /// The fact that speaks for a path of a request's body: the one with the longest path.
  package func fact(for path: String, in request: String) -> ChangeFact? {
    filter { $0.request == request && $0.covers(path) }.max { ($0.path?.utf8.count ?? 0) < ($1.path?.utf8.count ?? 0) }
  }
}
