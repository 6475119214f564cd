/// Where a value is, and how it came there.
///
/// The trail tells two uses of one span apart (an anchor that is used twice, a base file that two streams extend), so
/// a place also identifies a leaf of the resolved spec.
public struct SourcePlace: Hashable, Sendable {
  /// Where it is written; the nearest value around it for a value that is not written.
  public let span: SourceSpan
  package let trail: TrailID

  package init(_ span: SourceSpan, trail: TrailID = .none) {
    self.span = span
    self.trail = trail
  }

  /// A value that is used where it is written.
  public init(_ span: SourceSpan) {
    self.init(span, trail: .none)
  }

  /// Of values that Rung makes, and of values in no file.
  package static var nowhere: SourcePlace { SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)) }
}
