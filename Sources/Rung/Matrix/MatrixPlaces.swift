internal import RungSource
internal import RungSpec

/// Which topic a finding is about, by where it points.
struct MatrixPlaces {
  private var known: [(place: SourcePlace, topic: MatrixTopic)] = []
  /// The last one of each place.
  private var topics: [SourcePlace: MatrixTopic] = [:]
  /// Of what is known, backwards.
  private var spans = SpanIndex([])
  private let top: SourcePlace
  private let target: SourcePlace

  init(_ stream: Stream, target: SourcePlace) {
    top = stream.place
    self.target = target
    for entry in stream.document.entries {
      known.append((entry.key.place, MatrixTopic([entry.key.value])))
      add(entry.value, [entry.key.value])
    }
    for entry in known { topics[entry.place] = entry.topic }
    // Of values in the same place the innermost applies, which is the last one.
    known.reverse()
    spans = SpanIndex(known.map(\.place.span))
  }

  private mutating func add(_ node: Node, _ path: [String]) {
    known.append((node.place, MatrixTopic(path)))
    guard path.first != "targets" else { return }
    for entry in node.entries {
      known.append((entry.key.place, MatrixTopic(path + [entry.key.value])))
      add(entry.value, path + [entry.key.value])
    }
    for item in node.items { add(item, path) }
  }

  func topic(of place: SourcePlace) -> MatrixTopic {
    // A target that is not written has a place of its own all the same.
    if place == target { return .settings }
    // What is missing from the spec as a whole is reported at its first key.
    if place.span == top.span { return .whole }
    return topics[place] ?? spans.around(place.span).map { known[$0].topic } ?? .whole
  }
}
