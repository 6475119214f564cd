internal import RungSource
package import RungSpec

/// A rendition that was asked for beside what one source shows of it.
package struct DeliveredPair: Sendable {
  /// The name of the rendition, or its size.
  package let name: String
  /// The playlist, the representation or the file.
  package let source: String
  package let values: [DeliveredValue]
  /// Durations in seconds, as keyframes and the length that is set make them; empty where that is not known.
  package let predicted: [Double]
  /// The first that were delivered, in seconds; empty where the source lists none.
  package let measured: [Double]
  /// Bits per second of each of them; nil where its size is not known.
  package let rates: [Bitrate?]

  init(_ pair: Pair, _ asked: Asked) {
    let (rendition, delivered) = (pair.asked, pair.delivered)
    name = rendition.whole.name?.value ?? rendition.whole.resolution?.value.text ?? "rendition \(rendition.index + 1)"
    source = delivered.name
    var values: [DeliveredValue] = []
    if let size = delivered.size { values.append(DeliveredValue("size", rendition.size?.value.text, size.value.text)) }
    if let fps = delivered.fps {
      let isSame = rendition.fps?.value.isWritten(fps.value, isRounded: delivered.isRateRounded)
      values.append(DeliveredValue("fps", rendition.fps?.value.text, isSame == true ? rendition.fps?.value.text ?? "" : fps.value.text))
    }
    if let codec = delivered.codec {
      values.append(DeliveredValue("codec", rendition.codec.map { CodecVocabulary.name(of: $0.value) }, CodecVocabulary.name(of: codec.value.codec)))
      if let profile = codec.value.profileName { values.append(DeliveredValue("profile", rendition.profile?.value.rawValue, codec.value.profile?.rawValue ?? profile)) }
      if let level = codec.value.level { values.append(DeliveredValue("level", rendition.level?.value, level)) }
    }
    if let frames = delivered.frames, let distance = KeyframeDistances(frames).all.first {
      values.append(DeliveredValue("GOP", rendition.gop.map { "\($0.value)" }, KeyframeDistances(frames).regular == nil ? "irregular" : "\(distance.frames)"))
    }
    if let rate = delivered.videoBitrate {
      let isBelow = rendition.bitrate.map { Double(rate.value.bitsPerSecond) <= Double($0.value.bitsPerSecond) * 1.2 }
      values.append(DeliveredValue("video bitrate", rendition.bitrate?.value.prose, rate.value.measured, isAsAsked: isBelow ?? true))
    }
    if let audio = delivered.audio {
      if let codec = audio.codec { values.append(DeliveredValue("audio", rendition.audio?.value.codec?.value.rawValue, codec.value.rawValue)) }
      if let channels = audio.channels { values.append(DeliveredValue("channels", (rendition.audio?.value.channels?.value).map { "\($0)" }, "\(channels.value)")) }
      if let rate = audio.sampleRate { values.append(DeliveredValue("sample rate", rendition.audio?.value.sampleRate?.value.text, rate.value.text)) }
    }
    self.values = values
    let first = (delivered.segments?.items ?? []).prefix(12)
    measured = first.map { $0.duration.value.approximation }
    rates = first.map(\.rate)
    let timeline = asked.segmentDuration(pair.kind).flatMap { length in rendition.keyframeInterval.flatMap { SegmentTimeline(asked: length.value, keyframeEvery: $0.value) } }
    predicted = timeline?.lengths(first: measured.isEmpty ? 0 : 24).map { $0.value.approximation } ?? []
  }
}

extension Verification {
  /// Every rendition with each source that shows it, in the order of the ladder.
  package var table: [DeliveredPair] {
    guard let asked else { return [] }
    let pairs = pairs.enumerated().sorted { ($0.element.asked.index, $0.offset) < ($1.element.asked.index, $1.offset) }
    return pairs.map { DeliveredPair($0.element, asked) }
  }
}
