internal import RungSource

/// GOP in frames, keyframe interval in time, and a frame rate that do not match: the same arithmetic for a
/// rendition and for the contribution encoder.
struct GOPFault: Equatable {
  let gop: Int?
  let interval: Seconds
  let fps: FrameRate
  /// fps × interval, in frames.
  let frames: Rational
  /// The usual keyframe interval, in seconds, where the one that is set is unusual.
  var usual: Rational?

  /// Both are set, and they differ.
  static func mismatch(gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?) -> (SourcePlace, GOPFault)? {
    guard let gop, let interval, let fps, let frames = fps.value.value.times(interval.value.value), frames != Rational(gop.value)
    else { return nil }
    return (gop.place, GOPFault(gop: gop.value, interval: interval.value, fps: fps.value, frames: frames))
  }

  /// Only the interval is set, and it is not a whole number of frames.
  static func notWhole(
    gop: Located<Int>?, interval: Located<Seconds>?, fps: Located<FrameRate>?, usual: @autoclosure () -> Rational = Rational(2)
  ) -> (SourcePlace, GOPFault)? {
    guard gop == nil, let interval, let fps, let frames = fps.value.value.times(interval.value.value),
      frames.whole == nil || !frames.isPositive
    else { return nil }
    return (
      interval.place,
      GOPFault(gop: nil, interval: interval.value, fps: fps.value, frames: frames, usual: interval.value.isUsualInterval ? nil : usual()))
  }

  /// - Parameter rates: those of all renditions that share the value; nil where one has it alone.
  func mismatchWording(
    _ whose: Message, keys: KeyframeKeys, gop place: SourcePlace, interval other: SourcePlace?, rates: Set<FrameRate>? = nil
  ) -> FaultText {
    let count = gop ?? 0
    var wording = FaultText(
      message: "\(keys.gop, count) and \(keys.interval, interval.text) of \(whose) disagree; \(fps.text) fps × \(interval.text) is \(frames.roundedText) frames",
      notes: other.map { [MessageNote("the keyframe interval is set here", at: $0.span)] } ?? [])
    if let rates, rates.count > 1 {
      // So many frames last that long at only one of the rates.
      wording.help = interval.isWhole(at: rates) ? "remove \(keys.gop)" : "remove \(keys.interval)"
      return wording
    }
    guard let time = Rational(count).divided(by: fps.value).map({ Seconds($0) }) else { return wording }
    if let whole = frames.whole, whole > 0, !interval.isFurtherFromUsual(than: time) {
      wording.help = .set(keys.gop, "\(whole)", at: place.span, or: "remove one of the two")
    } else if frames.whole == nil, !time.isUsualInterval, interval.isUsualInterval, let nearest = frames.rounded,
      let mended = Rational(nearest).divided(by: fps.value).map({ Seconds($0) })
    {
      // The time is meant, and at such a rate only a number of frames is exact.
      guard mended.isDecimal, let other else {
        wording.help = "set \(keys.gop, nearest) and remove \(keys.interval)"
        return wording
      }
      wording.help = Help(
        "set \(keys.gop, nearest) and \(keys.interval, mended.text)",
        fix: FixIt(
          "write `\(nearest)` and `\(mended.text)`", .unsafe, edits: [.init(place.span, String(nearest)), .init(other.span, mended.text)]))
    } else if let other, time.isDecimal {
      wording.help = .set(keys.interval, time.text, at: other.span, or: "remove it")
    } else {
      wording.help = "remove \(keys.interval)"
    }
    return wording
  }

  /// - Parameter rates: those of all renditions that share the value; nil where one has it alone.
  func notWholeWording(
    _ whose: Message, keys: KeyframeKeys, interval place: SourcePlace, fps other: SourcePlace?, rates: Set<FrameRate>? = nil
  ) -> FaultText {
    let nearest = Swift.max(1, (usual.map { fps.value.times($0) } ?? frames)?.rounded ?? 1)
    let mended = Rational(nearest).divided(by: fps.value).map { Seconds($0) }.flatMap { $0.isDecimal ? $0 : nil }
    var wording = FaultText(
      message:
        "GOP of \(whose) is not a whole number of frames; \(fps.text) fps × \(interval.text) is \(frames.roundedText) frames",
      notes: other.map { [MessageNote("the frame rate is set here", at: $0.span)] } ?? [])
    if let rates, rates.count > 1, mended?.isWhole(at: rates) != true {
      wording.help = "remove it, and set \(keys.gop) in each \(term: .rendition)"
      return wording
    }
    let inFrames: Message = "remove \(keys.interval) and add \(keys.gop, nearest)"
    // A length without an exact decimal cannot be written as an interval.
    wording.help = mended.map { .set(keys.interval, $0.text, at: place.span, or: inFrames) } ?? Help(inFrames)
    return wording
  }
}

extension Rendition {
  /// Whether its interval is not a whole number of frames, which ladder/gop-not-whole reports first.
  var hasBrokenGOP: Bool { GOPFault.notWhole(gop: gop, interval: keyframeInterval, fps: fps) != nil }
}

extension Ladder {
  /// The best keyframe interval of the rendition at an index, in seconds: the longest of one to two, or else the shortest of
  /// two to four, that divides every segment duration that is set, and two where none does. Every rule suggests this one for an unusual interval.
  func usualLength(at index: Int) -> Rational {
    let sharing = renditions[index].value.keyframeInterval.map { interval in rates(at: interval.place) { $0.keyframeInterval?.place }.count } ?? 0
    guard let fps = renditions[index].value.fps?.value, sharing <= 1, !askedSegments.isEmpty,
      let least = fps.value.roundedUp, let most = fps.value.times(Rational(4))?.roundedDown, least <= most, most < 1 << 12,
      let two = fps.value.times(Rational(2))?.rounded
    else { return Rational(2) }
    let totals = askedSegments.compactMap { $0.value.times(fps.value)?.whole }
    guard totals.count == askedSegments.count else { return Rational(2) }
    let dividing = (least...most).filter { frames in totals.allSatisfy { $0 % frames == 0 } }
    // At most two seconds rather than more.
    let nearest = dividing.filter { $0 <= two }.max() ?? dividing.min()
    return nearest.flatMap { Rational($0).divided(by: fps.value) } ?? Rational(2)
  }

  /// For the rendition at an index, in the unit that it or the defaults set.
  func keyframeMend(at index: Int) -> KeyframeMend {
    KeyframeMend(
      near: usualLength(at: index), at: renditions[index].value.fps?.value, states: states("gop", at: index), interval: states("keyframe_interval", at: index))
  }

  /// What to set for another frame rate: the rate, and the keyframes where those that are set are not whole at it, or disagree.
  func words(_ rate: FrameRate, at place: SourcePlace) -> Message {
    let typed: Message = "\(.fps, rate.text)"
    let odd = renditions.indices.first { index in
      let rendition = renditions[index].value
      guard rendition.fps?.place.span == place.span, states("keyframe_interval", at: index) else { return false }
      // Where both are set, they have to agree at the new rate as well.
      if let gop = rendition.gop, states("gop", at: index), rendition.keyframeInterval?.value.value.times(rate.value) != Rational(gop.value) { return true }
      return rendition.keyframeInterval.map { $0.value.value.times(rate.value)?.whole == nil } ?? false
    }
    guard let odd, let interval = renditions[odd].value.keyframeInterval?.value else { return typed }
    if states("gop", at: odd), let frames = interval.value.times(rate.value)?.whole { return "\(typed) and \(.gop, "\(frames)")" }
    let mend = KeyframeMend(near: interval.value, at: rate, states: states("gop", at: odd), interval: true)
    return mend.text.map { "\(typed) and \(.keyframeInterval, $0)" } ?? "\(typed) and \(mend.way)"
  }

  /// The frame rates of the renditions that have a value from one place.
  func rates(at place: SourcePlace, _ value: (Rendition) -> SourcePlace?) -> Set<FrameRate> {
    Set(renditions.filter { value($0.value)?.span == place.span }.compactMap { $0.value.fps?.value })
  }
}

extension Seconds {
  /// From one to four seconds.
  var isUsualInterval: Bool { self >= Seconds(1) && self <= Seconds(4) }

  /// Whether it is further from the usual two seconds than another one.
  fileprivate func isFurtherFromUsual(than other: Seconds) -> Bool {
    value.distance(to: Rational(2)) > other.value.distance(to: Rational(2))
  }

  fileprivate func isWhole(at rates: Set<FrameRate>) -> Bool { rates.allSatisfy { value.times($0.value)?.whole != nil } }
}

extension Seconds {
  /// False for a length such as 1001/30000 s that has no short decimal form.
  var isDecimal: Bool { !text.utf8.contains(UInt8(ascii: "/")) }
}
