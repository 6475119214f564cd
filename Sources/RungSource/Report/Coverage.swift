/// What happened to the leaves of a spec: none is lost unreported.
package struct Coverage: Sendable {
  /// - Parameter span: where the leaves begin that it is for.
  package init(startingAt span: SourceSpan? = nil) {
    let start = span?.file.index == 0 ? span?.lower ?? 0 : 0
    used = PlaceSet(startingAt: start)
    named = PlaceSet(startingAt: start)
  }

  /// Emitted, or decided something.
  package private(set) var used: PlaceSet
  /// Named by a finding; the leaf may be used anyway.
  package private(set) var named: PlaceSet
  /// Used with another value than its own, in words.
  package private(set) var changed: [(place: SourcePlace, how: @Sendable () -> String)] = []

  package func isAccounted(_ place: SourcePlace) -> Bool { used.contains(place) || named.contains(place) }

  /// With what it was computed from.
  package mutating func use(_ place: SourcePlace, _ provenance: borrowing Provenance) {
    used.insert(place)
    for source in provenance.sources(of: place) { use(source, provenance) }
  }

  package mutating func name(_ place: SourcePlace, _ provenance: borrowing Provenance) {
    named.insert(place)
    for source in provenance.sources(of: place) { name(source, provenance) }
  }

  package mutating func change(_ place: SourcePlace, _ how: @escaping @Sendable () -> String) { changed.append((place, how)) }
}
