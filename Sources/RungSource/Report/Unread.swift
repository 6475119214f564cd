/// The parts of a text that could not be read and have been reported: a second reader does not report them again.
package struct Unread: Sendable {
  private struct Gap: Hashable {
    let span: SourceSpan
    let key: String
  }

  private var spans: Set<SourceSpan> = []
  /// Those that were reported before the text was read by its declaration.
  private var aside: Set<SourceSpan> = []
  private var gaps: [Gap: SourcePlace] = [:]

  package init() {}

  package var isEmpty: Bool { spans.isEmpty && gaps.isEmpty }

  package func contains(_ place: SourcePlace) -> Bool { spans.contains(place.span) }

  /// Where it was reported that a mapping lacks a key.
  package func gap(_ key: String, in mapping: SourcePlace) -> SourcePlace? { gaps[Gap(span: mapping.span, key: key)] }

  package func isAside(_ place: SourcePlace) -> Bool { aside.contains(place.span) }

  package mutating func setAside(_ place: SourcePlace) {
    aside.insert(place.span)
    spans.insert(place.span)
  }

  package mutating func insert(_ place: SourcePlace) { spans.insert(place.span) }

  mutating func remove(_ place: SourcePlace) { spans.remove(place.span) }

  mutating func merge(_ other: Unread) {
    spans.formUnion(other.spans)
    aside.formUnion(other.aside)
    gaps.merge(other.gaps) { $1 }
  }

  package mutating func insertGap(_ key: String, in mapping: SourcePlace, reportedAt place: SourcePlace) {
    gaps[Gap(span: mapping.span, key: key)] = place
    spans.insert(place.span)
  }
}
