internal import RungSource

extension SpecRules {
  static let upscaling = Rule<Stream>(
    "upscaling", family: "spec", severity: .warning,
    summary: "a rendition with a larger size or a higher frame rate than the encoder sends",
    why: "A provider cannot add detail or motion that is not in the source: pixels are interpolated, frames are repeated, and the additional bits show nothing. Some providers omit such renditions.",
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1280x720, fps: 25}}
        ladder:
          renditions:
            - {name: 1080p, resolution: ⟦1920x1080⟧, fps: 25}
            - {name: 720p, resolution: 1280x720, fps: 25}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1920x1080, fps: 25}}
        ladder:
          defaults: {fps: ⟦50⟧}
          renditions:
            - {name: 1080p, resolution: 1920x1080}
            - {name: 720p, resolution: 1280x720}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 720x576, fps: 25, interlaced: true, sample_aspect_ratio: "64:45"}}
        ladder:
          renditions:
            - {name: 576p, resolution: 1024x576, fps: 50}
            - {name: 360p, resolution: 640x360, fps: 25}
        """),
      Example("""
        rung: 1
        name: news
        ingest: {video: {resolution: 1920x1080, fps: 50}}
        ladder:
          renditions:
            - {name: 1080p, resolution: 1920x1080, fps: 50}
            - {name: 720p, resolution: 1280x720, fps: 25}
        """)
    ]
  ) { stream, report in
    guard stream.encoding.value == .transcode, let ladder = stream.ladder, ladder.media == .video, ladder.source == .ladder,
      let sent = stream.spec.ingest?.value.video?.value
    else { return }
    if let size = sent.shown {
      ladder.flagShared(
        &report,
        find: { rendition -> (SourcePlace, Resolution)? in
          // Another aspect ratio than the source's is found by spec/source-of-another-shape.
          guard let own = rendition.resolution, ShapeDrift(own.value, from: size.value) == nil, own.value.width > size.value.width || own.value.height > size.value.height else { return nil }
          return (own.place, own.value)
        },
        say: { found in
          FaultText(
            message: "\(found.fault.text) of \(found.whose) is larger than the encoder's \(size.value.text)",
            notes: [MessageNote("the encoder's resolution is set here", at: size.place.span)],
            help: ["remove the \(term: .rendition)", "set a larger \(path: .ingestResolution)"])
        })
    }
    if let fps = sent.pictureRate, ladder.renditions.contains(where: { $0.value.fps.map { $0.value > fps.value } ?? false }) {
      let takers = stream.takers.asked(report)
      ladder.flagShared(
        &report,
        find: { rendition -> (SourcePlace, FrameRate)? in
          guard let own = rendition.fps, own.value > fps.value else { return nil }
          return mend(own.value, fps.value, takers).map { _ in (own.place, own.value) }
        },
        say: { found in
          let judders = found.fault.isEven(beside: fps.value) ? "" : ": some frames are shown twice, and motion judders"
          let rate = mend(found.fault, fps.value, takers) ?? fps.value
          return FaultText(
            message: "frame rate \(found.fault.text) fps of \(found.whose) is above the encoder's \(fps.value.text) \(sent.interlaced?.value == true ? "fields per second" : "fps")\(judders)",
            notes: [MessageNote("the encoder's frame rate is set here", at: fps.place.span)],
            help: ["set \(ladder.words(rate, at: found.place))", "set a higher \(path: .ingestFPS)"])
        })
    }
  }

  /// The rate to suggest; nil where every target rejects the better ones.
  private static func mend(_ own: FrameRate, _ sent: FrameRate, _ takers: [Taken]) -> FrameRate? {
    let even = takers.evenRates(of: sent)
    if own.isBeside(sent) { return even.first { $0 == sent } }
    return even.first { $0 <= sent || $0.isBeside(sent) } ?? (own.isEven(beside: sent) ? nil : even.last)
  }
}
