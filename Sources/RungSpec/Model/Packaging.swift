package import RungSource

/// The outputs. A protocol is on when its key is present, so list and settings cannot disagree.
package struct Packaging: Sendable {
  package var hls: Located<HLSPackaging>?
  package var dash: Located<DASHPackaging>?

  package static let shape = Shape("`packaging`", "The outputs.", { Packaging() }) {
    Field(part: "hls", \.hls, HLSPackaging.shape, "HLS (RFC 8216).")
    Field(part: "dash", \.dash, DASHPackaging.shape, "MPEG-DASH.")
  }
}

package struct HLSPackaging: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var segmentDuration: Located<Seconds>?
  package var playlistSegments: Located<Int>?
  package var preservedSegments: Located<Int>?

  package static let shape = Shape("`packaging.hls`", "HLS.", { HLSPackaging() }) {
    Field("segment_format", \.segmentFormat, .choice, "`mpegts` or `fmp4`.")
    Field("segment_duration", \.segmentDuration, .unit, "The length of a segment; a multiple of the keyframe interval.")
    Field("playlist_segments", \.playlistSegments, .integer(1...100_000), "Segments in the live playlist.")
    Field("preserved_segments", \.preservedSegments, .integer(0...100_000), "Segments kept after they have left the playlist.")
  }
}

package struct DASHPackaging: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var segmentDuration: Located<Seconds>?
  package var window: Located<Seconds>?
  package var minBuffer: Located<Seconds>?

  package static let shape = Shape("`packaging.dash`", "MPEG-DASH.", { DASHPackaging() }) {
    Field("segment_format", \.segmentFormat, .choice, "`fmp4`.")
    Field("segment_duration", \.segmentDuration, .unit, "The length of a segment; a multiple of the keyframe interval.")
    Field("window", \.window, .unit, "The time-shift window (timeShiftBufferDepth).")
    Field("min_buffer", \.minBuffer, .unit, "What players buffer before they start (minBufferTime).")
  }
}
