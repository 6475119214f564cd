package import RungSource
package import RungSpec

/// A DASH manifest (ISO/IEC 23009-1): an MPD with what it says, and where.
///
/// What the standard gives a default for has it, at the place of the element; a value that failed to read is absent.
package struct Manifest: Sendable {
  /// Whether a manifest changes.
  package enum Kind: String, Sendable, Hashable {
    /// On demand: everything is there.
    case `static`
    /// Live: it is read again.
    case dynamic
  }

  /// The start tag of the `MPD`.
  package let place: SourcePlace
  package let kind: Located<Kind>?
  /// URNs of the profiles that it conforms to.
  package let profiles: Located<[String]>?
  /// An `xs:dateTime`, as it is written.
  package let availabilityStartTime: Located<String>?
  /// An `xs:dateTime`, as it is written.
  package let publishTime: Located<String>?
  package let minimumUpdatePeriod: Located<Seconds>?
  package let minBufferTime: Located<Seconds>?
  package let timeShiftBufferDepth: Located<Seconds>?
  package let mediaPresentationDuration: Located<Seconds>?
  package let maxSegmentDuration: Located<Seconds>?
  package let suggestedPresentationDelay: Located<Seconds>?
  /// In the order of the text.
  package let periods: [ManifestPeriod]
}
