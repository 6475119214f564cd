

/// Index into ``Provenance``; `none` for a value that is used where it is written.
package struct TrailID: Hashable, Sendable {
  package let index: UInt32
  package static let none = TrailID(index: 0)
}
