internal import RungSource
internal import RungSpec

/// A rendition that was asked for, and what one source shows of it.
struct Pair: Sendable {
  let asked: AskedRendition
  let delivered: DeliveredRendition
  let kind: Presentation.Kind
}
