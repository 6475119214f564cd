package import RungSource

/// The keyframe interval where none is set: at most two seconds (Apple HLS Authoring Specification, 1.13), whole
/// frames at every rate, and a divisor of the segment durations that are set.
package struct UsualKeyframes: Sendable {
  /// At rates such as 29.97 those of 30 fps: 60 frames are the usual two seconds there.
  private let interval: Rational

  static let longest = Rational(2)

  /// - Parameters:
  ///   - stated: of another rendition, with which this one should share its keyframes.
  ///   - segments: the durations that are set, for each output.
  init(stated: Seconds?, rates: [FrameRate], segments: [Seconds]) {
    let nominal = rates.map(\.nominal)
    let lengths = segments.map { segment in
      // 6.006 s at 29.97 fps are 180 frames, and 6 s at 30.
      let isExact = rates.allSatisfy { segment.value.times($0.value)?.whole != nil }
      return isExact && rates.contains { $0.nominal != $0.value } ? segment.value.divided(by: FrameRate.drop) ?? segment.value : segment.value
    }
    if let stated, rates.allSatisfy({ stated.value.times($0.value)?.whole != nil }) {
      interval = rates.contains { $0.nominal != $0.value } ? stated.value.divided(by: FrameRate.drop) ?? stated.value : stated.value
      return
    }
    interval = Self.divisor(of: lengths, nominal) ?? Self.longest
  }

  /// The longest from one to two seconds; nil where there is none.
  private static func divisor(of lengths: [Rational], _ rates: [Rational]) -> Rational? {
    guard let first = lengths.first, let least = first.divided(by: longest)?.roundedUp, let most = first.whole ?? first.roundedUp, least <= most else { return nil }
    for count in Swift.max(1, least)...Swift.max(1, most) {
      guard let interval = first.divided(by: Rational(count)), interval >= Rational(1) else { return nil }
      if rates.allSatisfy({ interval.times($0)?.whole != nil }), lengths.allSatisfy({ $0.divided(by: interval)?.whole != nil }) { return interval }
    }
    return nil
  }

  func set(in rendition: inout Rendition, near place: SourcePlace, _ report: inout Report) {
    guard rendition.gop == nil, rendition.keyframeInterval == nil else { return }
    let reason = "no keyframe interval is set"
    guard let fps = rendition.fps?.value else {
      rendition.keyframeInterval = report.byDefault(Seconds(interval), reason, near: place)
      return
    }
    let frames = Swift.max(1, fps.nominal.times(interval)?.rounded ?? 1)
    guard let time = Rational(frames).divided(by: fps.value) else { return }
    rendition.gop = report.byDefault(frames, reason, near: place)
    rendition.keyframeInterval = report.byDefault(Seconds(time), reason, near: place)
  }
}

extension FrameRate {
  static let drop = Rational(1001, 1000) ?? Rational(1)

  /// 30 for 30000/1001.
  fileprivate var nominal: Rational {
    guard value.denominator != 1, let whole = value.times(Self.drop), whole.whole != nil else { return value }
    return whole
  }
}

extension Stream {
  /// The same stream with keyframe intervals where its ladder sets none: what an encoder is given, and what the rules check.
  package func withUsualKeyframes(_ report: inout Report) -> Stream {
    guard let ladder, ladder.media == .video, ladder.renditions.contains(where: { $0.value.isOpenInKeyframes }) else { return self }
    let open = ladder.renditions.filter { $0.value.isOpenInKeyframes }
    let stated = ladder.renditions.lazy.compactMap { $0.value.keyframeInterval?.value }.first
    let usual = UsualKeyframes(stated: stated, rates: open.compactMap { $0.value.fps?.value }, segments: askedSegments)
    let filled = ladder.renditions.map { rendition in
      var rendition = rendition
      if rendition.value.isOpenInKeyframes { usual.set(in: &rendition.value, near: rendition.place, &report) }
      return rendition
    }
    return with(
      ladder: Ladder(media: ladder.media, renditions: filled, source: ladder.source, place: ladder.place, written: ladder.written),
      usualKeyframes: zip(ladder.renditions, filled).first { $0.0.value.isOpenInKeyframes }?.1.value)
  }

  /// The contribution encoder's video, with a keyframe interval where none is set; and whether that was so.
  package func contribution(_ report: inout Report) -> (rendition: Located<Rendition>, isUsual: Bool)? {
    guard let ingest = spec.ingest, var sent = Stream.sent(by: ingest, &report) else { return nil }
    guard media.value == .video, ingest.value.video != nil, sent.value.isOpenInKeyframes else { return (sent, false) }
    let usual = UsualKeyframes(stated: nil, rates: [sent.value.fps?.value].compactMap { $0 }, segments: askedSegments)
    usual.set(in: &sent.value, near: sent.place, &report)
    return (sent, true)
  }

  /// Whether a rendition of the ladder has its keyframe interval by default: its place is that of the rendition itself.
  func hasUsualKeyframes(_ rendition: Located<Rendition>) -> Bool {
    usualKeyframes != nil && rendition.value.keyframeInterval?.place.span == rendition.place.span
  }

  var askedSegments: [Seconds] {
    let packaging = spec.packaging?.value
    return [packaging?.hls?.value.segmentDuration?.value, packaging?.dash?.value.segmentDuration?.value].compactMap { $0 }.filter { $0 > Seconds(0) }
  }
}

extension Rendition {
  fileprivate var isOpenInKeyframes: Bool { gop == nil && keyframeInterval == nil }
}
