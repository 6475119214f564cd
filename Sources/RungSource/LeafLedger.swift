/// What became of the leaves of a spec.
package struct LeafLedger: Sendable {
  /// - Parameter span: where the leaves begin that the ledger is for.
  package init(startingAt span: Span? = nil) {
    let start = span?.file.index == 0 ? span?.lower ?? 0 : 0
    used = PlaceSet(startingAt: start)
    named = PlaceSet(startingAt: start)
  }

  /// Emitted, or decided something.
  package internal(set) var used: PlaceSet
  /// Named by a finding; the leaf may be used all the same.
  package internal(set) var named: PlaceSet
  /// Used, but what comes of it is not what stands there. In words: what comes instead.
  package internal(set) var changed: [(place: Place, how: @Sendable () -> String)] = []

  package func isAccounted(_ place: Place) -> Bool { used.contains(place) || named.contains(place) }
}
