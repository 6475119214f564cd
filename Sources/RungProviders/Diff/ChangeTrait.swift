package import RungSource

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
