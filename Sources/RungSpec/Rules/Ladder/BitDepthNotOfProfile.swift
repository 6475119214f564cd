internal import RungSource

extension LadderRules {
  static let bitDepthNotOfProfile = Rule<Ladder>(
    "bit-depth-not-of-profile", family: "ladder", severity: .error,
    summary: "a bit depth that the profile or the codec does not have",
    why: "10 bits require `main10` in HEVC and `high10` in H.264; a decoder of Main or High shows nothing of them. AV1's profiles have both depths. VP8 has 8 bits only.",
    citation: Citation("Rec. ITU-T H.264 and H.265", "A.2 and A.3: bit_depth_luma_minus8 of each profile", url: "https://www.itu.int/rec/T-REC-H.265"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, profile: main, bit_depth: ⟦10⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, profile: high10, bit_depth: ⟦8⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {bit_depth: ⟦10⟧}
          renditions:
            - {name: 1080p, codec: vp8}
            - {name: 720p, codec: h265, profile: main10}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          defaults: {bit_depth: 10}
          renditions:
            - {name: 2160p, codec: h265, profile: main10}
            - {name: 1440p, codec: h264, profile: high10}
            - {name: 1080p, codec: av1, profile: main}
            - {name: 720p, codec: vp9}
            - {name: 540p, codec: h265}
            - {name: 360p, codec: h264, profile: high, bit_depth: 8}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, Fault)? in
        guard let depth = rendition.bitDepth, let codec = rendition.codec?.value else { return nil }
        if codec == .vp8 { return depth.value == 8 ? nil : (depth.place, Fault(depth: depth.value, codec: codec, profile: nil)) }
        guard codec == .h264 || codec == .h265, let profile = rendition.profile?.value, CodecVocabulary.profiles(of: codec).contains(profile),
          profile.isDeep != (depth.value > 8)
        else { return nil }
        return (depth.place, Fault(depth: depth.value, codec: codec, profile: profile))
      },
      say: { found in
        let (depth, codec) = (found.fault.depth, found.fault.codec)
        guard let profile = found.fault.profile else {
          return FaultText(message: "\(.bitDepth, "\(depth)") of \(found.whose) does not exist in VP8, which has 8 bits", help: "set another \(.codec)")
        }
        let other = codec == .h265 ? (depth > 8 ? "main10" : "main") : depth > 8 ? "high10" : "high"
        return FaultText(
          message: "\(.bitDepth, "\(depth)") of \(found.whose) does not exist in the \(profile.rawValue) profile of \(CodecVocabulary.name(of: codec))",
          notes: found.first.profile.map { [MessageNote("the profile is set here", at: $0.place.span)] } ?? [],
          help: ["set \(.profile, other)", "remove \(.bitDepth)"])
      })
  }

  private struct Fault: Equatable {
    let depth: Int
    let codec: VideoCodec
    let profile: VideoProfile?
  }
}

extension VideoProfile {
  /// Whether its name stands for 10 bits.
  var isDeep: Bool { self == .main10 || self == .high10 }
}
