package import RungSource

package struct HLSPackaging: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var segmentDuration: Located<Seconds>?
  package var partDuration: Located<Seconds>?
  package var partHoldBack: Located<Seconds>?
  package var playlistSegments: Located<Int>?
  package var preservedSegments: Located<Int>?

  package static let shape = Shape("`packaging.hls`", "HLS.", { HLSPackaging() }) {
    Field("segment_format", { $1(&$0.segmentFormat) }, .choice, "`mpegts` or `fmp4`.")
    Field("segment_duration", { $1(&$0.segmentDuration) }, .unit, "The length of a segment; a multiple of the keyframe interval.")
    Field("part_duration", { $1(&$0.partDuration) }, .unit, "The length of an LL-HLS part (PART-TARGET); parts hold whole frames and are never longer.")
    Field("part_hold_back", { $1(&$0.partHoldBack) }, .unit, "How far from the end LL-HLS players start (PART-HOLD-BACK): at least two parts, three recommended.")
    Field("playlist_segments", { $1(&$0.playlistSegments) }, .integer(1...100_000), "Segments in the live playlist.")
    Field("preserved_segments", { $1(&$0.preservedSegments) }, .integer(0...100_000), "Segments kept after they have left the playlist.")
  }
}
