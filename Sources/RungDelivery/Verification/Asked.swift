package import RungSource
package import RungSpec

/// What was asked for: a stream as a target takes it.
package struct Asked: Sendable {
  /// With the overrides for the target, what it changes by itself, and keyframes where the spec sets none.
  package let stream: Stream
  /// The same as viewers get it.
  package let preview: PreviewedStream
  /// Whether Rung writes the encoder's command: then all that the spec says holds, and help is FFmpeg's.
  package let isFFmpeg: Bool
  /// The encoder or the provider, for messages; nil where the spec alone is meant.
  package let maker: String?
  /// In the order of the ladder.
  package let renditions: [AskedRendition]
  /// Whether the target never got the value: it has no field for it, or has changed it.
  let isLost: @Sendable (SourcePlace) -> Bool

  package init(_ stream: Stream, _ preview: PreviewedStream, isFFmpeg: Bool, maker: String?, isLost: @escaping @Sendable (SourcePlace) -> Bool = { _ in false }) {
    (self.stream, self.preview, self.isFFmpeg, self.maker, self.isLost) = (stream, preview, isFFmpeg, maker, isLost)
    let variants = preview.variants
    renditions = (stream.ladder?.renditions ?? []).enumerated().map { index, rendition in
      AskedRendition(rendition.map { $0.colored(as: stream.spec.ingest?.value.video?.value) }, index: index, variant: index < variants.count ? variants[index] : nil, isLost: isLost)
    }
  }

  /// The rendition that a track of audio belongs to: the one named, else that of the nearest bitrate. Nil where none has audio.
  func rendition(with track: DeliveredRendition) -> AskedRendition? {
    if let given = track.given, let named = renditions.first(where: { $0.names.contains(given.lowercased()) && $0.audio != nil }) { return named }
    let rate = track.audio?.bitrate?.value.bitsPerSecond ?? 0
    func distance(_ rendition: AskedRendition) -> Int64 { abs((rendition.audio?.value.bitrate?.value.bitsPerSecond ?? 0) - rate) }
    return renditions.filter { $0.audio != nil }.min { distance($0) < distance($1) }
  }

  package var isAudio: Bool { stream.media.value == .audio }

  func held<Value>(_ value: Located<Value>?) -> Located<Value>? { value.flatMap { isLost($0.place) ? nil : $0 } }

  var hls: HLSPackaging? { stream.spec.packaging?.value.hls?.value }
  var dash: DASHPackaging? { stream.spec.packaging?.value.dash?.value }

  /// The segment duration of an output, where it is set and taken.
  func segmentDuration(_ kind: Presentation.Kind) -> Located<Seconds>? {
    switch kind {
    case .hls: held(hls?.segmentDuration)
    case .dash: held(dash?.segmentDuration ?? hls?.segmentDuration)
    case .files: nil
    }
  }
}
