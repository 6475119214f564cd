package import RungSource

/// Conditions and effects of a change. Each has its own citation, because the document that lists the fields rarely describes
/// the effect on a running session.
package enum ChangeTrait: Sendable, Hashable {
  case whileStreaming(Citation)
  case atNextStart(Citation)
  case interruptsSession(Citation)
  /// Only in these states of the resource.
  case onlyIn([String], Citation)
  /// The sent object replaces the stored one; nothing is merged.
  case replacesWhole(Citation)
  /// An empty string does not change the stored one, so it cannot be cleared.
  case emptyKeeps(Citation)
  case emptyClears(Citation)
  /// Fixed when the path in the same body has this value.
  case fixedWhen(path: String, is: String, Citation)

  package var citation: Citation {
    switch self {
    case .whileStreaming(let citation), .atNextStart(let citation), .interruptsSession(let citation), .onlyIn(_, let citation),
      .replacesWhole(let citation), .emptyKeeps(let citation), .emptyClears(let citation), .fixedWhen(_, _, let citation):
      citation
    }
  }
}
