internal import RungSource
internal import RungSpec

extension MediaLive {
  static let renditionNameTwice = Rule<Fit<MediaLive>>(
    "rendition-name-twice", family: id, severity: .error,
    summary: "two renditions with one name",
    why: "A video description is called as its rendition, and outputs refer to it by that name.",
    citation: Source.medialive("VideoDescription.Name: description names should be unique within this Live Event"),
    replaces: ["ladder/duplicate-rendition-name"],
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: main, codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3000k}
            - {name: ⟦main⟧, codec: h264, resolution: 640x360, fps: 25, keyframe_interval: 2s, bitrate: 800k}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ladder:
          renditions:
            - {name: main, codec: h264, resolution: 1280x720, fps: 25, keyframe_interval: 2s, bitrate: 3000k}
            - {name: small, codec: h264, resolution: 640x360, fps: 25, keyframe_interval: 2s, bitrate: 800k}
        """)
    ]
  ) { fit, report in
    var first: [String: SourcePlace] = [:]
    for name in fit.measured.renditions.compactMap(\.value.name) {
      guard let before = first.updateValue(name.place, forKey: name.value) else { continue }
      report.flag(
        name.place, "duplicate \(term: .rendition) name `\(name.value)`", notes: [MessageNote("one before is here", at: before.span)],
        help: "set another \(.renditionName)")
    }
  }
}
