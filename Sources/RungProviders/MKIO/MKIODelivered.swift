package import RungSource
package import RungSpec

extension MKIO {
  /// The ladder that an encoding type produces, whatever the spec says; nil where the spec's own is forwarded, and for a preset that is not
  /// published.
  package static func delivered(_ fit: Fit<MKIO>, _ report: inout Report) -> [Located<Rendition>]? {
    guard let preset = MKIOProduct.of(fit.decision.type.value).preset, fit.stream.media.value == .video, fit.options.presetName.map({ $0.value == preset.name }) ?? true
    else { return nil }
    let place = SourcePlace(fit.measured.target.span, trail: report.trail(.fact(preset.citation)))
    func made<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }
    let sent = fit.stream.spec.ingest?.value.video?.value.fps
    return preset.rungs.reversed().map { rung in
      var rendition = Rendition()
      rendition.name = made("\(rung.resolution.height)p")
      rendition.resolution = made(rung.resolution)
      rendition.bitrate = made(rung.bitrate)
      rendition.codec = made(.h264)
      // A source with fewer frames keeps its rate; of one that nobody has described it is not known.
      rendition.fps = sent.map { $0.value < preset.frameRate ? $0 : made(preset.frameRate) }
      var audio = AudioSettings()
      audio.codec = made(.aac)
      audio.channels = made(MKIOProduct.Preset.channels)
      audio.sampleRate = made(preset.sampleRate)
      audio.bitrate = made(preset.audioBitrate)
      rendition.audio = made(audio)
      return made(rendition)
    }
  }
}
