internal import RungSource
internal import RungSpec

extension MediaLive {
  static let packageNameMalformed = Rule<Fit<MediaLive>>(
    "package-name-malformed", family: id, severity: .error,
    summary: "a name of MediaPackage in other characters",
    why: "Names of MediaPackage are letters, digits, hyphens and underscores.",
    citation: Source.mediapackage("ResourceName: [a-zA-Z0-9_-]+, 1 to 256 characters"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {channel_group: ⟦"news group"⟧}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {channel_group: news-group}
        """)
    ]
  ) { fit, report in
    for (name, key) in [
      (fit.options.channelGroup, "channel_group"), (fit.options.packageChannel, "package_channel"), (fit.options.originEndpoint, "origin_endpoint"),
    ] {
      guard let name, !name.value.contains("${env:"), !name.value.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) else { continue }
      report.flag(name.place, "\(.medialive(key), name.value) has other characters than letters, digits, hyphens and underscores", help: "use these only")
    }
  }
}
