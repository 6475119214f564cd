package import RungSource
internal import RungSpec

/// A stream spec that is being put together from bodies. Its values are written as a spec has them, and stand where the
/// body has them.
package struct SpecDraft: Sendable {
  /// The sections of the spec but `rung` and `targets`.
  package var spec: MapDraft
  /// The provider's own options.
  package var options: MapDraft
  /// Set where the bodies say what changes, and nothing of the rest: they are judged, and are no stream.
  package var isPartial = false
  /// Set where no body names the stream: the caller may replace the name.
  package var nameIsMadeUp = false

  private let provider: String
  private let place: SourcePlace

  package init(for provider: String, at place: SourcePlace) {
    self.provider = provider
    self.place = place
    spec = MapDraft(at: place)
    options = MapDraft(at: place)
  }

  package var isEmpty: Bool { spec.isEmpty && options.isEmpty }

  /// The document, its sections in the order in which they are described.
  package var document: Node {
    var whole = spec
    whole.set("rung", .integer(1, at: place))
    var targets = MapDraft(at: place)
    targets.set(provider, options.node)
    whole.set("targets", targets.node)
    let order = Spec.shape.keys
    func rank(_ entry: Node.Entry) -> Int { order.firstIndex(of: entry.key.value) ?? order.count }
    return Node(.map(whole.node.entries.sorted { rank($0) < rank($1) }), at: place)
  }
}
