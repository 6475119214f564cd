internal import RungSource

extension SpecRules {
  static let ingestProfileNotOfCodec = Rule<Stream>(
    "ingest-profile-not-of-codec", family: "spec", severity: .error,
    summary: "a profile of the contribution encoder that its codec does not have",
    why: "`high` is a profile of H.264, `main10` one of HEVC. An encoder does not start with a profile of another codec.",
    citation: Citation("x265 (3.5) and x264 (build 164)", "\"unknown profile <high>\", \"invalid profile: main10\"", checked: "2026-11-20"),
    bad: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h265, profile: ⟦high⟧}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        ingest: {video: {codec: h264, profile: high}}
        """)
    ]
  ) { stream, report in
    guard let sent = stream.contribution, let profile = sent.profile, let codec = sent.codec,
      let fault = ProfileNameFault(profile.value, of: codec.value)
    else { return }
    report.flag(profile.place, fault.wording("the contribution encoder", key: .ingestProfile, at: profile.place, codec: codec.place))
  }
}
