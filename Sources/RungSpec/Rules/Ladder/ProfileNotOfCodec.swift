internal import RungSource

extension LadderRules {
  static let profileNotOfCodec = Rule<Ladder>(
    "profile-not-of-codec", family: "ladder", severity: .error,
    summary: "a profile that the codec does not have",
    why: "`high` is a profile of H.264, `main10` one of HEVC. An encoder does not start with a profile of another codec.",
    citation: Citation("x265 (3.5) and x264 (build 164)", "\"unknown profile <high>\", \"invalid profile: main10\"", checked: "2026-11-20"),
    bad: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, profile: ⟦high⟧}
        """),
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, profile: ⟦main10⟧}
        """,
        mended: """
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h264, profile: high10}
        """),
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ladder:
          renditions:
            - {name: 1080p, codec: h265, profile: main10}
            - {name: 720p, codec: h264, profile: high}
        """)
    ]
  ) { ladder, report in
    ladder.flagShared(
      &report,
      find: { rendition -> (SourcePlace, ProfileNameFault)? in
        guard let profile = rendition.profile, let codec = rendition.codec?.value, let fault = ProfileNameFault(profile.value, of: codec)
        else { return nil }
        return (profile.place, fault)
      },
      say: { $0.fault.wording($0.whose, key: .profile, at: $0.place, codec: $0.first.codec?.place) })
  }
}
