package import RungSource

/// A keyframe interval to replace another one, in the unit in which that is set.
package struct KeyframeMend: Equatable {
  /// What to do, in words, without the edit.
  let way: Message
  /// What to write over the value that is set; nil where more than that must change.
  let text: String?

  /// - Parameters:
  ///   - length: about how far keyframes should be apart, in seconds.
  ///   - gop: whether the author sets frames.
  ///   - interval: whether the author sets a time.
  package init(near length: Rational = Rational(2), at fps: FrameRate?, states gop: Bool, interval: Bool, keys: KeyframeKeys = .ladder) {
    guard let fps, let frames = fps.value.times(length)?.rounded.map({ Swift.max(1, $0) }), let time = Rational(frames).divided(by: fps.value) else {
      (way, text) = ("set \(keys.interval, Seconds(length).text)", gop ? nil : Seconds(length).text)
      return
    }
    if gop {
      (way, text) = interval ? ("set \(keys.gop, frames) and remove \(keys.interval)", nil) : ("set \(keys.gop, frames)", "\(frames)")
    } else if Seconds(time).isDecimal {
      (way, text) = ("set \(keys.interval, Seconds(time).text)", Seconds(time).text)
    } else {
      (way, text) = ("remove \(keys.interval) and add \(keys.gop, frames)", nil)
    }
  }

  /// - Parameters:
  ///   - place: of the value, where the edit is offered; nil for the words alone.
  ///   - other: another way.
  package func help(at place: SourcePlace?, or other: Message? = nil) -> Help {
    Help([way, other], fix: place.flatMap { place in text.map { .replace(place.span, with: $0, .unsafe) } })
  }
}
