internal import RungSource

extension SpecRules {
  static let segmentNotWholeGOPs = Rule<Stream>(
    "segment-not-whole-gops", family: "spec", severity: .warning,
    summary: "the segment duration is not a multiple of the keyframe interval",
    why: "A segment begins with a keyframe, so a packager cuts at the first one at or after the requested length. Segment lengths then alternate, and the playlist must announce the longest.",
    citation: Standard.apple("7.5 and 7.6 (SHOULD): segments of one target length; 7.7 (MUST NOT): longer than the target by more than half a second"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: ⟦5s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: 6s}}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30, gop: 50}
        packaging: {dash: {segment_duration: ⟦6s⟧}}
        """),
      // 6 s at 29.97 fps and 60 frames are 6.006 s, which is usual; it is only a note.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: ⟦6s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 30000/1001, gop: 60}
        packaging: {hls: {segment_duration: 6.006s}}
        """, severity: .note),
      // A segment of 10 s is the longest that is suggested.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, keyframe_interval: 2500ms}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: ⟦9s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 30, keyframe_interval: 2500ms}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: 10s}}
        """),
      // 8 s and 12 s are as near: 12 s is too long.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 4s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: ⟦10s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 4s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: 8s}}
        """),
      // Of two values that disagree an unusual interval gives way.
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 6s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: ⟦4s⟧}}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          defaults: {fps: 25, keyframe_interval: 2s}
          renditions:
            - {name: 720p, resolution: 1280x720}
        packaging: {hls: {segment_duration: 4s}}
        """),
      // In HLS all renditions are cut at the same instants, whatever their codec.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 30000/1001, gop: 60}
            - {name: 480p, resolution: 854x480, codec: h265, fps: 30, gop: 60}
        packaging: {hls: {segment_duration: ⟦6s⟧}}
        """),
      // In DASH those of one codec are.
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, codec: h264, fps: 30000/1001, gop: 60}
            - {name: 480p, resolution: 854x480, codec: h265, fps: 30, gop: 60}
        packaging: {dash: {segment_duration: ⟦6s⟧}}
        """, severity: .note),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 720p, resolution: 1280x720, fps: 25, keyframe_interval: 2s}
            - {name: 480p, resolution: 854x480, fps: 25, gop: 25}
        packaging: {hls: {segment_duration: 6s}, dash: {segment_duration: 4s}}
        """)
    ]
  ) { stream, report in
    guard let packaging = stream.spec.packaging?.value, let ladder = stream.ladder, ladder.media == .video else { return }
    if let asked = packaging.hls?.value.segmentDuration { ladder.flagCuts(.hls, asked, &report) }
    if let asked = packaging.dash?.value.segmentDuration { ladder.flagCuts(.dash, asked, &report) }
  }
}

private enum Output: String {
  case hls = "HLS", dash = "DASH"

  var segmentDuration: SpecKey { self == .hls ? .hlsSegmentDuration : .dashSegmentDuration }
}

extension Ladder {
  fileprivate func flagCuts(_ output: Output, _ asked: Located<Seconds>, _ report: inout Report) {
    // An unusual length is found by spec/segment-duration-unusual, which suggests one that holds whole intervals; an interval
    // that is not a whole number of frames by ladder/gop-not-whole.
    guard !asked.value.isUnusualSegment, !isCut(into: asked.value), !still.contains(where: { $0.rendition.hasBrokenGOP }) else { return }
    let timelines = timelines(asked.value)
    guard let odd = timelines.first(where: { !$0.timeline.isAsAsked }) else { return }
    let parting = parting(timelines, sameCodec: output == .dash)
    let isNTSC = parting == nil && timelines.allSatisfy { $0.timeline.isAsAsked || $0.timeline.isNTSC }
    let targets = Set(timelines.map(\.timeline.targetDuration)).sorted()

    var notes = [MessageNote("the keyframe interval is set here", at: odd.place.span)]
    for other in timelines where other.timeline != odd.timeline && (parting != nil || !other.timeline.isAsAsked) {
      notes.append(MessageNote("\(other.whose) with a keyframe every \(other.timeline.interval.text): \(other.timeline.inWords)", at: other.place.span))
    }
    var citation: Citation? = output == .dash ? Standard.dash("segment durations SHOULD be equal") : nil
    // A warning even where a standard has MUST: this is the result of a packager that cuts at keyframes, and providers may
    // place their own keyframes. Rule packs enforce the MUST.
    if output == .hls, targets.count > 1 {
      notes.append(
        MessageNote("the playlists would announce different target durations, \(targets.map { "\($0) s" }.joined(separator: " and ")); they must be the same"))
      citation = Standard.hls("section 6.2.4 (MUST): every Media Playlist has the same target duration")
    } else if output == .hls, !isNTSC, let target = targets.first {
      notes.append(MessageNote("the playlist must announce the longest: EXT-X-TARGETDURATION:\(target)"))
    }
    if output == .dash, let parting {
      notes.append(MessageNote(parting))
      citation = Standard.dash("media segments MUST be aligned within an adaptation set")
    }

    let cut: Message = "\(odd.timeline.interval.text) (\(odd.whose))"
    // Of two values that disagree the unusual one is changed.
    let isOdd = !odd.timeline.interval.isUsualInterval || asked.value.isSixSeconds
    let unusual = timelines.count == 1 && isOdd && !isNTSC ? keyframes(cutting: asked.value, at: odd.place) : nil
    let mends = unusual == nil ? byNearness(mends(asked.value, timelines), to: asked.value) : []
    report.flag(
      asked.place,
      isNTSC
        ? "\(output.rawValue) segments of \(asked.value.text) become \(odd.timeline.longest.roundedText) with a keyframe every \(cut)"
        : "\(output.rawValue) segments of \(asked.value.text) are not a multiple of the keyframe interval \(cut): they become \(odd.timeline.inWords)",
      severity: isNTSC ? .note : nil, notes: notes,
      help: unusual?.help(at: odd.place) ?? (mends.isEmpty
        ? "set one keyframe interval for every \(term: .rendition), and \(output.segmentDuration) to a multiple of it"
        : Help(
          mends.map { "set \(output.segmentDuration, $0.text)" } + [isNTSC ? nil : "set a keyframe interval that divides \(asked.value.text)"],
          fix: mends.first.map { .replace(asked.place.span, with: $0.text, .unsafe) })),
      citation: citation)
  }

  /// True when every known keyframe interval divides the length: most ladders, and nothing is built for them.
  func isCut(into asked: Seconds) -> Bool {
    still.allSatisfy { still in
      guard let interval = still.rendition.keyframeInterval?.value, interval > Seconds(0) else { return true }
      return asked.value.divided(by: interval.value)?.whole != nil
    }
  }

  /// When two renditions first cut at different times, in words.
  private func parting(_ timelines: [LadderTimeline], sameCodec: Bool) -> Message? {
    for (index, first) in timelines.enumerated() {
      for other in timelines[(index + 1)...] where !sameCodec || !first.codecs.isDisjoint(with: other.codecs) {
        guard let difference = first.timeline.firstDifference(from: other.timeline) else { continue }
        return
          "segment \(difference.number) ends at \(difference.own.roundedText) in \(first.whose), and at \(difference.other.roundedText) in \(other.whose)"
      }
    }
    return nil
  }

  /// The usual keyframe interval, where it divides the length; nil where it does not, and where no interval is set.
  private func keyframes(cutting asked: Seconds, at place: SourcePlace) -> KeyframeMend? {
    guard let index = renditions.indices.first(where: { renditions[$0].value.keyframeInterval?.place.span == place.span }),
      states("gop", at: index) || states("keyframe_interval", at: index), asked.value.divided(by: usualLength(at: index))?.whole != nil
    else { return nil }
    return keyframeMend(at: index)
  }

  /// The common multiples of all intervals on either side of the length, up to usual segment lengths and with exact decimals.
  private func mends(_ asked: Seconds, _ timelines: [LadderTimeline]) -> [Seconds] {
    var common: Rational?
    for timeline in timelines {
      guard let known = common else {
        common = timeline.timeline.interval.value
        continue
      }
      guard let next = known.leastCommonMultiple(with: timeline.timeline.interval.value) else { return [] }
      common = next
    }
    guard let common, let upper = asked.value.divided(by: common)?.roundedUp else { return [] }
    return (Swift.max(1, upper - 1)...Swift.max(1, upper)).compactMap { count in common.times(Rational(count)).map { Seconds($0) } }
      .filter { $0.isDecimal && $0 <= Swift.max(asked, Seconds(10)) }
  }

  private func byNearness(_ mends: [Seconds], to asked: Seconds) -> [Seconds] {
    // Of two that are equally near the longer one is used: fewer requests.
    return mends.sorted { ($0.value.distance(to: asked.value), $1) < ($1.value.distance(to: asked.value), $0) }
  }
}

extension SegmentTimeline {
  /// True when the requested length differs by 1001/1000 from the actual one, as 6 s and 6.006 s do.
  fileprivate var isNTSC: Bool {
    guard let factor = Rational(1001, 1000), let slow = asked.value.times(factor) else { return false }
    return slow == longest.value
  }

  fileprivate var inWords: String {
    isEven ? "\(longest.roundedText) each" : lengths(first: 4).map(\.roundedText).joined(separator: ", ") + " …"
  }
}

extension Rational {
  /// Of two above zero.
  fileprivate func leastCommonMultiple(with other: Rational) -> Rational? {
    // The ratio of the two in lowest terms: its denominator is the factor.
    guard let ratio = divided(by: other) else { return nil }
    return times(Rational(Int(ratio.denominator)))
  }
}
