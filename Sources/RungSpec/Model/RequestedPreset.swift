/// `encoder_preset` as it is stated.
package enum RequestedPreset: Sendable, Hashable {
  /// A preset of x264 and x265.
  case name(EncoderPreset)
  /// A preset of SVT-AV1, or libvpx's cpu-used; higher is faster.
  case number(Int)
}
