package import RungSource
package import RungSpec

/// A `Period` of a manifest.
package struct ManifestPeriod: Sendable {
  /// The start tag.
  package let place: SourcePlace
  package let id: Located<String>?
  /// Where it begins in the presentation: as it is written, or where the one before ends; 0 for the first of a static manifest. Nil
  /// where that is not known.
  package let start: Located<Seconds>?
  /// As it is written, or up to the next period, or to the end of the presentation. Nil where that is not known: the last one of a
  /// live stream.
  package let duration: Located<Seconds>?
  package let sets: [ManifestSet]
}
