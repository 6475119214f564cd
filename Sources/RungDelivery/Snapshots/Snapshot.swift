package import RungSource
package import RungSpec

/// A live media playlist as it was at one time.
package struct Snapshot: Sendable {
  package struct Segment: Sendable {
    package var address: String
    package var duration: Seconds
    package var place: SourcePlace
    package var addressPlace: SourcePlace
    package var startsDiscontinuity: Bool
    /// EXT-X-PROGRAM-DATE-TIME, in milliseconds since 1970.
    package var time: Located<Int64>?
  }

  /// The name of its file.
  package var label: String
  package var place: SourcePlace
  /// When it was taken, in milliseconds since 1970; nil where that is not known.
  package var taken: Int64?
  package var targetDuration: Located<Int>?
  package var sequence: Located<Int>?
  /// Segments of a delta update that are there and not listed (EXT-X-SKIP).
  package var skipped = 0
  package var discontinuitySequence: Located<Int>?
  package var hasEnded: Bool
  package var segments: [Segment]

  /// The number of the first segment.
  var first: Int { sequence?.value ?? 0 }
  /// The number behind the last.
  var end: Int { listed &+ segments.count }
  /// The number of the first that is listed.
  var listed: Int { first &+ skipped }

  subscript(number: Int) -> Segment? { number >= listed && number < end ? segments[number - listed] : nil }
}

extension [Snapshot] {
  /// Every segment as it was listed first, in the order of their numbers. A number that nobody saw begins a new count, as a discontinuity does.
  var stitched: [Snapshot.Segment] {
    var all: [Snapshot.Segment] = []
    var next: Int?
    for snapshot in self {
      for (offset, segment) in snapshot.segments.enumerated() {
        let number = snapshot.listed &+ offset
        guard next.map({ number >= $0 }) ?? true else { continue }
        var segment = segment
        if let next, number > next { segment.startsDiscontinuity = true }
        all.append(segment)
        next = number &+ 1
      }
    }
    return all
  }

  /// Each with the one before it.
  var steps: [(before: Snapshot, after: Snapshot)] { zip(self, dropFirst()).map { ($0, $1) } }
}
