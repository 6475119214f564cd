package import RungSource
package import RungSpec

/// A media playlist (4.3.2, 4.3.3).
package struct HLSMedia: Sendable {
  /// EXT-X-TARGETDURATION, in seconds.
  package var targetDuration: Located<Int>?
  package var sequence: Located<Int>?
  package var discontinuitySequence: Located<Int>?
  /// `EVENT` or `VOD`.
  package var type: Located<String>?
  package var endList: SourcePlace?
  package var iFramesOnly: SourcePlace?
  /// EXT-X-PART-INF PART-TARGET.
  package var partTarget: Located<Seconds>?
  /// EXT-X-SERVER-CONTROL PART-HOLD-BACK.
  package var partHoldBack: Located<Seconds>?
  package var map: SourcePlace?
  /// Whether cues of advertisements are in it (EXT-X-CUE-OUT, EXT-X-DATERANGE with SCTE-35).
  package var hasCues = false
  /// EXT-X-SKIP SKIPPED-SEGMENTS: of a delta update, segments that are not listed again.
  package var skipped = 0
  /// For the addresses of segments.
  package var variables = HLSVariables()
  package var segments: [HLSSegment] = []
  /// Parts behind the last whole segment.
  package var openParts: [HLSPart] = []
}
