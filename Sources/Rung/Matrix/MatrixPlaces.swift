internal import RungProviders
internal import RungSource
internal import RungSpec

/// Which topic a finding is about, by where it points.
struct MatrixPlaces {
  private var known: [(place: Place, topic: MatrixTopic)] = []
  private let top: Place
  private let target: Place

  init(_ stream: Stream, target: Place) {
    top = stream.place
    self.target = target
    for entry in stream.document.entries {
      known.append((entry.key.place, MatrixTopic([entry.key.value])))
      add(entry.value, [entry.key.value])
    }
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

  func topic(of place: Place) -> MatrixTopic {
    // A target that is not written has a place of its own all the same.
    if place == target { return .settings }
    // What is missing from the spec as a whole stands at its first key.
    if place.span == top.span { return .whole }
    if let same = known.last(where: { $0.place == place }) { return same.topic }
    var best: (size: Int, topic: MatrixTopic)?
    for entry in known {
      let span = entry.place.span
      guard span.file == place.span.file, span.lower <= place.span.lower, span.upper >= place.span.upper else { continue }
      let size = Int(span.upper) - Int(span.lower)
      if best.map({ size <= $0.size }) ?? true { best = (size, entry.topic) }
    }
    return best?.topic ?? .whole
  }
}
