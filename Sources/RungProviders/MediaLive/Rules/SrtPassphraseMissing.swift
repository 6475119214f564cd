internal import RungSource
internal import RungSpec

extension MediaLive {
  static let srtPassphraseMissing = Rule<Fit<MediaLive>>(
    "srt-passphrase-missing", family: id, severity: .error,
    summary: "an encoder pushes with SRT, and no passphrase is set",
    why: "An SRT input takes encrypted streams only: the passphrase is a secret in AWS Secrets Manager.",
    citation: Source.medialive("SrtSettingsRequest.SrtListenerSettings: encryption is REQUIRED for all SRT Listener inputs"),
    scope: .wholeStreams,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [medialive]
        ingest:
          protocols: ⟦[srt]⟧
          allow: [203.0.113.0/24]
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets:
          medialive: {srt_passphrase_arn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:srt-1"}
        ingest:
          protocols: [srt]
          allow: [203.0.113.0/24]
        """)
    ]
  ) { fit, report in
    guard let type = fit.decision.input, type.value == .srtListener, fit.options.input == nil, fit.options.srtPassphraseARN == nil,
      !fit.isWritten("targets", id, "srt_passphrase_arn")
    else { return }
    report.flag(
      fit.spec.ingest?.value.protocols?.place ?? type.place, "SRT_LISTENER requires a passphrase; \(.medialive("srt_passphrase_arn")) is not set",
      help: "set \(.medialive("srt_passphrase_arn")) to the ARN of the secret", missing: SpecKey.medialive("srt_passphrase_arn").path)
  }
}
