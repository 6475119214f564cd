package import RungSource

/// What is known of one limit of a provider. "Says there is none" and "does not say" are different things.
package enum Limit<Value: Sendable>: Sendable {
  case published(Value, Citation)
  /// The provider says that there is no such limit.
  case statedNone(Citation)
  case unpublished
  /// Stated under the target's `limits`: it wins over what is published.
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

  /// Where an account's own limit stands in the spec.
  package var note: MessageNote? {
    if case .negotiated(_, let place) = self { MessageNote("the limit is the account's own, stated here", at: place.span) } else { nil }
  }
}
