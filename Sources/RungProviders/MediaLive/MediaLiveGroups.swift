internal import RungSource
internal import RungSpec

/// The output groups of a channel, and the destinations that they refer to.
struct MediaLiveGroups {
  private(set) var destinations: [Located<MediaLiveDestination>] = []
  private(set) var groups: [Located<MediaLiveOutputGroup>] = []

  private let fit: Fit<MediaLive>
  private let encodes: MediaLiveEncodes
  private let place: SourcePlace

  /// - Parameters:
  ///   - group: of MediaPackage, and its `channel`, where the ladder goes there.
  init(_ fit: Fit<MediaLive>, _ encodes: MediaLiveEncodes, group: Located<String>?, channel: Located<String>?, _ report: inout Report) {
    self.fit = fit
    self.encodes = encodes
    place = fit.measured.target
    switch fit.decision.output.value {
    case .mediaPackage: mediaPackage(group, channel, &report)
    case .hls: hls(&report)
    case .cmafIngest: cmaf(&report)
    case .none: break
    }
    simulcast(&report)
    archive(&report)
  }

  // MARK: Groups

  private mutating func mediaPackage(_ group: Located<String>?, _ channel: Located<String>?, _ report: inout Report) {
    let id = text("mediapackage", "the name of the group", &report)
    destinations.append(
      Located(
        MediaLiveDestination(id: id, mediaPackageSettings: list([MediaLivePackageDestination(channelGroup: group, channelName: channel)])), at: place))
    var settings = MediaLiveGroup(destination: reference(id))
    if let (length, units) = segment(&report) { settings.v2 = Located(MediaLiveV2(segmentLength: length, segmentLengthUnits: units), at: length.place) }
    let hasAudio = encodes.renditions.contains { $0.audio != nil && $0.video != nil }
    let set = hasAudio ? text("audio", "the group of all audio", &report) : nil
    add(id, MediaLiveGroupKind(mediaPackage: Located(settings, at: place)), tracks(&report) { isVideo, _ in
      var output = MediaLivePackageOutput()
      if let set { output.v2 = Located(isVideo ? MediaLivePackageAudio(audioRenditionSets: set) : MediaLivePackageAudio(audioGroupId: set), at: place) }
      return MediaLiveOutputKind(mediaPackage: Located(output, at: place))
    })
  }

  private mutating func cmaf(_ report: inout Report) {
    let id = text("cmaf", "the name of the group", &report)
    destinations.append(Located(MediaLiveDestination(id: id, settings: urls()), at: place))
    var settings = MediaLiveGroup(destination: reference(id))
    if let (length, units) = segment(&report) { (settings.segmentLength, settings.segmentLengthUnits) = (length, units) }
    add(id, MediaLiveGroupKind(cmaf: Located(settings, at: place)), tracks(&report) { _, modifier in
      MediaLiveOutputKind(cmaf: Located(MediaLiveNamedOutput(nameModifier: modifier), at: place))
    })
  }

  private mutating func hls(_ report: inout Report) {
    let packaging = fit.spec.packaging?.value.hls?.value
    let id = text("hls", "the name of the group", &report)
    destinations.append(Located(MediaLiveDestination(id: id, settings: urls()), at: place))
    var settings = MediaLiveGroup(destination: reference(id))
    settings.segmentLength = packaging?.segmentDuration?.compactMap(\.value.whole)
    settings.mode = report.byDefault("LIVE", "segments that have left the playlist are deleted", near: place)
    if let count = packaging?.playlistSegments {
      settings.indexNSegments = count
      settings.keepSegments =
        packaging?.preservedSegments.flatMap { kept in report.derive(count.value + kept.value, "those of the playlist and \(kept.value) more", from: [count.place, kept.place]) }
        ?? report.derive(2 * count.value + 1, "2 × IndexNSegments + 1 is recommended", from: [count.place])
    }
    settings.manifestDurationFormat = report.byDefault("FLOATING_POINT", "exact durations", near: place)
    let isFMP4 = packaging?.segmentFormat?.value == .fmp4
    let outputs = isFMP4 ? fragments(&report) : transport(&report)
    add(id, MediaLiveGroupKind(hls: Located(settings, at: place)), outputs)
  }

  /// Video and audio in one file.
  private func transport(_ report: inout Report) -> [MediaLiveOutput] {
    encodes.renditions.map { made in
      var segments = MediaLiveHLSSegments()
      var kind = MediaLiveHLSKind()
      if made.video == nil {
        segments.audioTrackType = text("AUDIO_ONLY_VARIANT_STREAM", "the stream has no video", &report)
        kind.audioOnly = Located(segments, at: place)
      } else {
        segments.m3u8Settings = Located(Node.map([], at: place), at: place)
        kind.standard = Located(segments, at: place)
      }
      let settings = MediaLiveHLSOutput(nameModifier: text("_\(made.plain)", "the name of the rendition", &report), hlsSettings: Located(kind, at: place))
      return output(made.video, made.audio, MediaLiveOutputKind(hls: Located(settings, at: place)))
    }
  }

  /// Video and audio in files of their own.
  private func fragments(_ report: inout Report) -> [MediaLiveOutput] {
    let set = text("audio", "the group of all audio", &report)
    let hasVideo = !encodes.video.isEmpty
    return tracks(&report) { isVideo, modifier in
      var segments = MediaLiveHLSSegments()
      var kind = MediaLiveHLSKind()
      if isVideo {
        if !encodes.audio.isEmpty { segments.audioRenditionSets = set }
        kind.fmp4 = Located(segments, at: place)
      } else {
        segments.audioGroupId = set
        segments.audioTrackType = Located(hasVideo ? "ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT" : "AUDIO_ONLY_VARIANT_STREAM", at: set.place)
        segments.segmentType = Located("FMP4", at: set.place)
        kind.audioOnly = Located(segments, at: place)
      }
      return MediaLiveOutputKind(hls: Located(MediaLiveHLSOutput(nameModifier: modifier, hlsSettings: Located(kind, at: place)), at: place))
    }
  }

  private mutating func simulcast(_ report: inout Report) {
    let targets = fit.spec.simulcast?.value ?? []
    guard let top = encodes.renditions.first(where: { $0.rendition.codec?.value ?? .h264 == .h264 }) ?? encodes.renditions.first else { return }
    for (index, target) in targets.enumerated() where target.value.url?.value.scheme != "srt" {
      let at = target.value.url?.place ?? place
      let id = text("simulcast\(index + 1)", "the name of the group", &report)
      let one = MediaLiveDestinationURL(url: target.value.url?.map(\.text), streamName: target.value.key)
      destinations.append(Located(MediaLiveDestination(id: id, settings: list(Array(repeating: one, count: fit.decision.pipelines))), at: at))
      let settings = MediaLiveOutputKind(rtmp: Located(MediaLiveRTMPOutput(destination: reference(id)), at: at))
      add(id, MediaLiveGroupKind(rtmp: Located(MediaLiveGroup(), at: at)), [output(top.video, top.audio, settings)])
    }
  }

  private mutating func archive(_ report: inout Report) {
    let recording = fit.spec.recording?.value
    for (index, target) in (recording?.destinations?.value ?? []).enumerated() {
      guard let url = target.value.url else { continue }
      let id = text("archive\(index + 1)", "the name of the group", &report)
      let folder = url.value.scheme == "s3" ? "s3ssl://\(url.value.text.dropFirst(5))" : url.value.text
      let file = report.derive(folder.hasSuffix("/") ? "\(folder)recording" : "\(folder)/recording", "the files' first name in the folder", from: [url.place]) ?? url.map(\.text)
      let one = MediaLiveDestinationURL(url: file)
      let all = (0..<fit.decision.pipelines).map { pipeline in
        pipeline == 0 ? one : MediaLiveDestinationURL(url: report.derive("\(file.value)-backup", "the second pipeline's files", from: [url.place]))
      }
      destinations.append(Located(MediaLiveDestination(id: id, settings: list(all)), at: url.place))
      var settings = MediaLiveGroup(destination: reference(id))
      settings.rolloverInterval = recording?.maxFileDuration?.compactMap(\.value.whole)
      let outputs = recorded.map { made in
        let container = Located(Node.map([("M2tsSettings", .map([], at: place))], at: place), at: place)
        let named = MediaLiveNamedOutput(nameModifier: text("_\(made.plain)", "the name of the rendition", &report), containerSettings: container)
        return output(made.video, made.audio, MediaLiveOutputKind(archive: Located(named, at: place)))
      }
      add(id, MediaLiveGroupKind(archive: Located(settings, at: url.place)), outputs)
    }
  }

  /// Which renditions are recorded.
  private var recorded: [MediaLiveEncodes.Made] {
    let all = encodes.renditions
    switch fit.spec.recording?.value.resolution?.value {
    case .all: return all
    case .lowest: return Array(all.suffix(1))
    case nil, .highest: return Array(all.prefix(1))
    case let size?:
      let lines = size == .p2160 ? 2160 : Int(size.rawValue.dropLast()) ?? 0
      return Array((all.first { $0.rendition.resolution?.value.height == lines } ?? all.first).map { [$0] } ?? [])
    }
  }

  // MARK: Parts

  private mutating func add(_ name: Located<String>, _ kind: MediaLiveGroupKind, _ outputs: [MediaLiveOutput]) {
    let group = MediaLiveOutputGroup(name: name, outputGroupSettings: Located(kind, at: place), outputs: list(outputs))
    groups.append(Located(group, at: place))
  }

  private func output(_ video: Located<String>?, _ audio: Located<String>?, _ settings: MediaLiveOutputKind, named name: Located<String>? = nil) -> MediaLiveOutput {
    var made = MediaLiveOutput(outputName: name, videoDescriptionName: video, outputSettings: Located(settings, at: place))
    if let audio { made.audioDescriptionNames = Located([audio], at: audio.place) }
    return made
  }

  /// An output for each video and for each audio, as CMAF has them.
  private func tracks(_ report: inout Report, _ settings: (_ isVideo: Bool, _ modifier: Located<String>) -> MediaLiveOutputKind) -> [MediaLiveOutput] {
    var made: [MediaLiveOutput] = []
    for one in encodes.renditions {
      guard let video = one.video else { continue }
      let name = text(one.plain, "the name of the rendition", &report)
      made.append(output(video, nil, settings(true, text("_\(one.plain)", "the name of the rendition", &report)), named: name))
    }
    for (index, one) in encodes.audio.enumerated() {
      guard let name = one.value.name else { continue }
      let plain = text("audio\(index + 1)", "the number of the audio", &report)
      made.append(output(nil, name, settings(false, text("_\(plain.value)", "the number of the audio", &report)), named: plain))
    }
    return made
  }

  private func urls() -> Located<[Located<MediaLiveDestinationURL>]>? {
    fit.options.destinations.map { $0.map { $0.map { Located(MediaLiveDestinationURL(url: $0.map(\.text)), at: $0.place) } } }
  }

  /// The length of the segments that go to a packager, in whole seconds where it is one.
  private func segment(_ report: inout Report) -> (length: Located<Int>, units: Located<String>)? {
    let packaging = fit.spec.packaging?.value
    guard let duration = packaging?.hls?.value.segmentDuration ?? packaging?.dash?.value.segmentDuration else { return nil }
    if let seconds = duration.compactMap(\.value.whole) { return (seconds, text("SECONDS", "a whole number of seconds", &report)) }
    guard let milliseconds = duration.compactMap({ $0.value.times(Rational(1000))?.whole }) else { return nil }
    return (milliseconds, text("MILLISECONDS", "no whole number of seconds", &report))
  }

  private func reference(_ id: Located<String>) -> Located<MediaLiveReference> { Located(MediaLiveReference(destinationRefId: id), at: id.place) }

  private func list<Value>(_ values: [Value]) -> Located<[Located<Value>]> { Located(values.map { Located($0, at: place) }, at: place) }

  private func text(_ value: String, _ reason: String, _ report: inout Report) -> Located<String> { report.byDefault(value, reason, near: place) }
}
