internal import RungReading
internal import RungSource
internal import RungSpec

extension PlaylistRules {
  static let partAboveTarget = Rule<Verification>(
    "part-above-target", family: family, severity: .error,
    summary: "a part is longer than the part target of its playlist",
    why: "LL-HLS players ask for the next part after a part target: a longer one makes them wait, and clients may refuse the playlist.",
    citation: Standard.lowLatencyHLS("4.4.3.7 and 4.4.4.9: the duration of a part must be at most the part target"),
    bad: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-PART-INF:PART-TARGET=0.5
          #EXT-X-PART:DURATION=⟦0.7⟧,URI="1.1.m4s",INDEPENDENT=YES
          #EXTINF:2.000000,
          1.ts
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:2
          #EXT-X-MEDIA-SEQUENCE:0
          #EXT-X-PART-INF:PART-TARGET=0.5
          #EXT-X-PART:DURATION=0.5,URI="1.1.m4s",INDEPENDENT=YES
          #EXTINF:2.000000,
          1.ts
          """),
    ]
  ) { verification, report in
    for rendition in verification.sides.flatMap(\.presentation.renditions) {
      guard let target = rendition.partTarget else { continue }
      let long = rendition.parts.filter { $0.value.value.approximation > target.value.value.approximation + 0.0005 }
      guard let first = long.first else { continue }
      report.flag(
        first.place, "part of \(first.value.text)\(long.count > 1 ? ", and \(long.count - 1) more," : "") is longer than the part target, \(target.value.text)",
        notes: [MessageNote("the part target is set here", at: target.place.span)], help: "set PART-TARGET to the longest part")
    }
  }
}

