

/// Index into ``Provenance``; `none` for a value that stands where it is used.
package struct TrailID: Hashable, Sendable {
  package let index: UInt32
  package static let none = TrailID(index: 0)
}
