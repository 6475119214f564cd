/// The segments of a representation, counted out.
package struct ManifestSegmentList: Sendable {
  package internal(set) var segments: [ManifestSegment]
  /// Whether there are more than the limit.
  package let isCut: Bool
  /// Whether the last `S` goes on until the manifest changes: one segment of it is in the list.
  package let isOpen: Bool
}
