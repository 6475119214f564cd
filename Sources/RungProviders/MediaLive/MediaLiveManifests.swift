internal import RungSource
internal import RungSpec

/// The origin endpoints of a stream: one, or one for MPEG-TS and one for DASH, which has fMP4 only.
struct MediaLiveManifests {
  private(set) var endpoints: [Located<MediaPackageEndpoint>] = []

  private let fit: Fit<MediaLive>

  init(_ fit: Fit<MediaLive>, group: Located<String>?, channel: Located<String>?, endpoint: Located<String>?, _ report: inout Report) {
    self.fit = fit
    let packaging = fit.spec.packaging?.value
    let place = fit.measured.target
    func made(_ name: Located<String>?, _ container: Located<String>, _ duration: Located<Seconds>?) -> MediaPackageEndpoint {
      var made = MediaPackageEndpoint(channelGroupName: group, channelName: channel, originEndpointName: name, containerType: container)
      made.startoverWindowSeconds = fit.spec.recording?.value.window?.compactMap(\.value.whole)
      made.tags = fit.spec.labels
      if let seconds = duration?.compactMap(\.value.whole) { made.segment = Located(MediaPackageSegment(segmentDurationSeconds: seconds), at: seconds.place) }
      return made
    }
    let isHLS = packaging?.hls != nil || packaging?.dash == nil
    let format = packaging?.hls?.value.segmentFormat
    let isTS = format?.value == .mpegts
    if isHLS {
      let container = format?.map { $0 == .mpegts ? "TS" : "CMAF" } ?? report.byDefault("CMAF", "players of HLS and DASH take fMP4", near: place)
      var first = made(endpoint, container, packaging?.hls?.value.segmentDuration ?? (isTS ? nil : packaging?.dash?.value.segmentDuration))
      let manifests = Located([Located(hls(&report), at: place)], at: place)
      if fit.spec.lowLatency?.value == true { first.lowLatencyHlsManifests = manifests } else { first.hlsManifests = manifests }
      if packaging?.dash != nil, !isTS { first.dashManifests = Located([Located(dash(&report), at: place)], at: place) }
      endpoints.append(Located(first, at: packaging?.hls?.place ?? place))
    }
    if let own = packaging?.dash, isTS || !isHLS {
      let name = isHLS ? endpoint.flatMap { name in report.derive("\(name.value)-dash", "the endpoint for DASH, beside that for MPEG-TS", from: [name.place]) } : endpoint
      let container = report.byDefault("CMAF", "DASH has fMP4", near: place)
      var second = made(name, container, own.value.segmentDuration)
      second.dashManifests = Located([Located(dash(&report), at: place)], at: place)
      endpoints.append(Located(second, at: own.place))
    }
  }

  private func hls(_ report: inout Report) -> MediaPackageManifest {
    var made = MediaPackageManifest(manifestName: report.byDefault("index", "the name of the playlist", near: fit.measured.target))
    if let count = fit.spec.packaging?.value.hls?.value.playlistSegments, let duration = fit.spec.packaging?.value.hls?.value.segmentDuration,
      let seconds = duration.value.value.times(Rational(count.value))?.whole
    {
      made.manifestWindowSeconds = report.derive(seconds, "\(count.value) segments × \(duration.value.text)", from: [count.place, duration.place])
    }
    return made
  }

  private func dash(_ report: inout Report) -> MediaPackageManifest {
    let dash = fit.spec.packaging?.value.dash?.value
    var made = MediaPackageManifest(manifestName: report.byDefault("index", "the name of the manifest", near: fit.measured.target))
    made.manifestWindowSeconds = dash?.window?.compactMap(\.value.whole)
    made.minBufferTimeSeconds = dash?.minBuffer?.compactMap(\.value.whole)
    return made
  }
}
