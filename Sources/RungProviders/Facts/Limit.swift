package import RungSource

/// What is known about one limit of a provider. "States that there is none" and "states nothing" are different.
package enum Limit<Value: Sendable>: Sendable {
  case published(Value, Citation)
  /// The provider states that there is no such limit.
  case statedNone(Citation)
  case unpublished
  /// Set under the target's `limits`: it replaces the published limit.
  case negotiated(Value, SourcePlace)

  package var value: Value? {
    switch self {
    case .published(let value, _), .negotiated(let value, _): value
    case .statedNone, .unpublished: nil
    }
  }

  package var citation: Citation? {
    switch self {
    case .published(_, let citation), .statedNone(let citation): citation
    case .negotiated, .unpublished: nil
    }
  }

  /// Where the spec sets an account's own limit.
  package var note: MessageNote? {
    if case .negotiated(_, let place) = self { MessageNote("the account's own limit is set here", at: place.span) } else { nil }
  }
}
