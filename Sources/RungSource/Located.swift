

/// A value together with the place that it came from.
@frozen public struct Located<Value> {
  /// The value.
  public var value: Value
  /// Where it is, and how it came there.
  public var place: SourcePlace

  /// A value, and where it is.
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
