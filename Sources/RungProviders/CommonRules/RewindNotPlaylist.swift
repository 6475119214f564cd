internal import RungSource
internal import RungSpec

extension CommonRules {
  static let rewindNotPlaylist = Rule<Measured>(
    "rewind-not-playlist", family: nil, severity: .note,
    summary: "`recording.window` and the live playlist say different things of how far viewers can go back",
    why: "A player goes back as far as its playlist reaches. Some providers make the playlist from what is archived, others keep the two apart: then a recording of hours lets nobody rewind further than the playlist.",
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
    // A playlist holds whole segments: less than one is no difference.
    let lists = measured.playlists.filter { list in
      guard list.reach != window.value else { return false }
      let apart = list.reach > window.value ? list.reach.value.minus(window.value.value) : window.value.value.minus(list.reach.value)
      return apart.map { $0 >= list.segment.value } ?? true
    }
    guard !lists.isEmpty else { return }
    let reach = lists.map { "\($0.reach.text) in \($0.output)" }.joined(separator: " and ")
    switch rewinding {
    case .archive:
      report.flag(
        window.place, "viewers can go back \(window.value.text): \(party) goes by `recording.window`, not by the playlist (\(reach))",
        notes: lists.map { Note("the playlist's length stands here", at: $0.place.span) },
        help: "delete the length of the playlist where it is meant for \(party) only", citation: limit.citation)
    case .playlist:
      let longer = lists.first { $0.output == "HLS" }.flatMap { list in
        window.value.value.divided(by: list.segment.value)?.roundedUp.flatMap { $0 <= 100_000 && window.value > list.reach ? $0 : nil }
      }
      // That the window has no field is said at the window.
      report.flag(
        lists[0].place, "viewers can go back \(reach): \(party) goes by the playlist, not by `recording.window` (\(window.value.text))",
        notes: [Note("the window stands here", at: window.place.span)],
        help: longer.map { "for \(window.value.text) write `playlist_segments: \($0)`" } ?? "make the playlist as long as viewers may go back",
        citation: limit.citation)
    }
  }
}

extension Measured {
  /// The stated lengths of live playlists, in time.
  fileprivate var playlists: [(output: String, reach: Seconds, segment: Seconds, place: Place)] {
    let packaging = stream.spec.packaging?.value
    var lists: [(output: String, reach: Seconds, segment: Seconds, place: Place)] = []
    if let hls = packaging?.hls?.value, let count = hls.playlistSegments {
      let segment = SegmentLength.of(hls.segmentDuration?.value, renditions.map(\.value))
      if segment > Seconds(0), let reach = segment.value.times(Rational(count.value)) { lists.append(("HLS", Seconds(reach), segment, count.place)) }
    }
    if let window = packaging?.dash?.value.window { lists.append(("DASH", window.value, Seconds(0), window.place)) }
    return lists
  }
}
