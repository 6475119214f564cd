internal import RungSource

/// A keyframe interval to be written in the place of another one, in the unit in which that is stated.
struct KeyframeMend: Equatable {
  let help: Help
  /// What to write over the stated value; nil where more than that has to change.
  let text: String?

  /// - Parameters:
  ///   - length: about how far keyframes are to be apart, in seconds.
  ///   - gop: whether the author states frames.
  ///   - interval: whether the author states a time.
  init(near length: Rational = Rational(2), at fps: FrameRate?, states gop: Bool, interval: Bool) {
    guard let fps, let frames = fps.value.times(length)?.rounded.map({ Swift.max(1, $0) }), let time = Rational(frames).divided(by: fps.value) else {
      (help, text) = ("write `keyframe_interval: \(Seconds(length).text)`", gop ? nil : Seconds(length).text)
      return
    }
    if gop {
      (help, text) = interval ? ("write `gop: \(frames)` and remove `keyframe_interval`", nil) : ("write `gop: \(frames)`", "\(frames)")
    } else if Seconds(time).isDecimal {
      (help, text) = ("write `keyframe_interval: \(Seconds(time).text)`", Seconds(time).text)
    } else {
      (help, text) = ("remove `keyframe_interval` and add `gop: \(frames)`", nil)
    }
  }
}
