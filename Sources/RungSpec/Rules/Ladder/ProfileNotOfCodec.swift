internal import RungSource

extension LadderRules {
  static let profileNotOfCodec = Rule<Ladder>(
    "profile-not-of-codec", family: "ladder", severity: .error,
    summary: "a profile that the codec does not have",
    why: "`high` is a profile of H.264, `main10` one of HEVC. An encoder that is asked for a profile of another codec does not start.",
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
      find: { rendition -> (Place, ProfileOfCodec)? in
        guard let profile = rendition.profile, let codec = rendition.codec, !CodecVocabulary.profiles(of: codec.value).contains(profile.value)
        else { return nil }
        return (profile.place, ProfileOfCodec(profile: profile.value, codec: codec.value))
      },
      say: { found in
        let allowed = CodecVocabulary.profiles(of: found.fault.codec).map(\.rawValue)
        // The two names of one thing: ten bits.
        let meant: String? =
          switch (found.fault.codec, found.fault.profile) {
          case (.h264, .main10): "high10"
          case (.h265, .high10): "main10"
          default: nil
          }
        return Wording(
          message: "`\(found.fault.profile.rawValue)` is no profile of \(CodecVocabulary.name(of: found.fault.codec)) (\(found.whose)); \(allowed.isEmpty ? "its profiles have no names here" : "expected \(oneOf(allowed))")",
          notes: found.first.codec.map { [Note("the codec stands here", at: $0.place.span)] } ?? [],
          help: meant.map { "write `\($0)`" } ?? (allowed.isEmpty ? "delete `profile`" : "write one of them, or delete `profile`"),
          fix: meant.map { .replace(found.place.span, with: $0, .unsafe) })
      })
  }

  private struct ProfileOfCodec: Equatable {
    let profile: VideoProfile
    let codec: VideoCodec
  }
}
