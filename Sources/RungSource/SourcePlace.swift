/// Where a value stands, and by which way it came there.
///
/// The trail tells two uses of one span apart (an anchor that is used twice, a base file that two streams extend), so
/// a place also identifies a leaf of the resolved spec.
public struct SourcePlace: Hashable, Sendable {
  public let span: SourceSpan
  package let trail: TrailID

  package init(_ span: SourceSpan, trail: TrailID = .none) {
    self.span = span
    self.trail = trail
  }

  public init(_ span: SourceSpan) {
    self.init(span, trail: .none)
  }

  /// Of what Rung makes by itself, and what stands in no file.
  package static var nowhere: SourcePlace { SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)) }
}

/// A value together with the place that it came from.
@frozen public struct Located<Value> {
  public var value: Value
  public var place: SourcePlace

  @inlinable public init(_ value: Value, at place: SourcePlace) {
    self.value = value
    self.place = place
  }

  @inlinable package func compactMap<Other>(_ transform: (Value) -> Other?) -> Located<Other>? {
    transform(value).map { Located<Other>($0, at: place) }
  }

  @inlinable package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: place)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
