internal import RungSource
internal import RungSpec

extension CommonRules {
  static let rewindNotPlaylist = Rule<Measured>(
    "rewind-not-playlist", family: nil, severity: .note,
    summary: "`recording.window` and the length of the live playlist differ, and only one of them sets how far viewers can rewind",
    why: "A player rewinds as far as its playlist reaches. Some providers build the playlist from the archive; with others the two are independent, and a recording of hours lets nobody rewind further than the playlist.",
    isAcceptable: true,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging: {hls: {segment_format: mpegts, segment_duration: 6s, playlist_segments: ⟦6⟧}}
        recording: {window: 4h}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        packaging: {dash: {window: 1m}}
        recording: {window: ⟦4h⟧}
        """),
      // FFmpeg gets six segments where the spec sets none.
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, max_bitrate: 1650k, buffer: 1650k}
        packaging: {⟦hls⟧: {segment_format: mpegts, segment_duration: 6s}}
        recording: {window: 4h}
        """),
      Example("""
        rung: 1
        name: news
        targets: [ffmpeg]
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 1500k, max_bitrate: 1650k, buffer: 1650k}
        packaging: {⟦dash⟧: {segment_format: fmp4, segment_duration: 6s}}
        recording: {window: 4h}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [tenbyte]
        packaging: {hls: {segment_format: mpegts, segment_duration: 6s, playlist_segments: 100}}
        recording: {window: 10m}
        """),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        recording: {window: 4h}
        """),
    ]
  ) { measured, report in
    let limit = measured.facts.rewinding
    let party = measured.facts.party
    guard let rewinding = limit.value, let window = measured.stream.spec.recording?.value.window else { return }
    // A playlist holds whole segments: a difference of less than one does not count.
    let lists = measured.playlists.filter { list in
      guard list.reach != window.value else { return false }
      let apart = list.reach > window.value ? list.reach.value.minus(window.value.value) : window.value.value.minus(list.reach.value)
      return apart.map { $0 >= list.segment.value } ?? true
    }
    guard !lists.isEmpty else { return }
    let reach = lists.map { "\($0.reach.text) in \($0.output)\($0.usual.map { " (\($0) segments, the default)" } ?? "")" }.joined(separator: " and ")
    switch rewinding {
    case .archive:
      report.flag(
        window.place, "viewers can rewind \(window.value.text): \(party) uses \(path: .recordingWindow), not the playlist length (\(reach))",
        notes: lists.map { MessageNote("the playlist length is set here", at: $0.place.span) },
        help: "remove the playlist length where it is meant for \(party) only", citation: limit.citation)
    case .playlist:
      let longer = lists.first { $0.output == "HLS" }.flatMap { list in
        window.value.value.divided(by: list.segment.value)?.roundedUp.flatMap { $0 <= 100_000 && window.value > list.reach ? $0 : nil }
      }
      // That the window has no field is said at the window.
      report.flag(
        lists[0].place, "viewers can rewind \(reach): \(party) uses the playlist length, not \(path: .recordingWindow) (\(window.value.text))",
        notes: [MessageNote("the recording window is set here", at: window.place.span)],
        help: longer.map { "set \(.hlsPlaylistSegments, $0) to let viewers rewind \(window.value.text)" }
          ?? (lists[0].output == "DASH"
            ? "set \(.dashWindow, window.value.text) to let viewers rewind \(window.value.text)" : "set the playlist length to what viewers may rewind"),
        citation: limit.citation)
    }
  }
}

extension Measured {
  fileprivate struct Playlist {
    let output: String
    let reach: Seconds
    let segment: Seconds
    let place: SourcePlace
    /// How many segments the target gives it where the spec does not set a number.
    var usual: Int?
  }

  /// The lengths of live playlists, in time: as set, or by the target's default.
  fileprivate var playlists: [Playlist] {
    let packaging = stream.spec.packaging?.value
    let usual = facts.playlistSegments.value
    var lists: [Playlist] = []
    func add(_ output: String, _ count: Int, _ duration: Seconds?, _ place: SourcePlace?, usual: Int?) {
      let segment = SegmentLength.of(duration, renditions.map(\.value))
      guard segment > Seconds(0), let reach = segment.value.times(Rational(count)), let place else { return }
      lists.append(Playlist(output: output, reach: Seconds(reach), segment: segment, place: place, usual: usual))
    }
    if let hls = packaging?.hls?.value {
      if let count = hls.playlistSegments {
        add("HLS", count.value, hls.segmentDuration?.value, count.place, usual: nil)
      } else if let usual, stream.written("packaging", "hls", "playlist_segments") == nil {
        add("HLS", usual, hls.segmentDuration?.value, stream.writtenKey("packaging", "hls"), usual: usual)
      }
    }
    if let window = packaging?.dash?.value.window {
      lists.append(Playlist(output: "DASH", reach: window.value, segment: Seconds(0), place: window.place))
    } else if let usual, let dash = packaging?.dash?.value, stream.kind.value == .linear, stream.written("packaging", "dash", "window") == nil {
      // As many as the HLS playlist has. An event is kept whole.
      let count = packaging?.hls?.value.playlistSegments?.value ?? usual
      add("DASH", count, dash.segmentDuration?.value ?? packaging?.hls?.value.segmentDuration?.value, stream.writtenKey("packaging", "dash"), usual: count)
    }
    return lists
  }
}
