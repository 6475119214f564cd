package import RungSource

package struct DASHPackaging: Sendable {
  package var segmentFormat: Located<SegmentFormat>?
  package var segmentDuration: Located<Seconds>?
  package var window: Located<Seconds>?
  package var minBuffer: Located<Seconds>?

  package static let shape = Shape("`packaging.dash`", "MPEG-DASH.", { DASHPackaging() }) {
    Field("segment_format", { $1(&$0.segmentFormat) }, .choice, "`fmp4`.")
    Field("segment_duration", { $1(&$0.segmentDuration) }, .unit, "The length of a segment; a multiple of the keyframe interval.")
    Field("window", { $1(&$0.window) }, .unit, "The time-shift window (timeShiftBufferDepth).")
    Field("min_buffer", { $1(&$0.minBuffer) }, .unit, "What players buffer before they start (minBufferTime).")
  }
}
