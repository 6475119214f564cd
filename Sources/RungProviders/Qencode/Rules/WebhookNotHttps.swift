internal import RungSource
internal import RungSpec

extension Qencode {
  static let webhookNotHTTPS = Rule<Fit<Qencode>>(
    "webhook-not-https", family: id, severity: .warning,
    summary: "the webhook is not encrypted",
    why: "Qencode's own tools require HTTPS. Without it, anyone on the path can read which stream is reported and change the reported state.",
    citation: Source.connector("update_live_stream, callback_url: HTTPS"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        webhook: ⟦"http://hooks.example.com/rung"⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [qencode]
        webhook: https://hooks.example.com/rung
        """)
    ]
  ) { fit, report in
    guard let webhook = fit.spec.webhook, webhook.value.scheme == "http" else { return }
    report.flag(webhook.place, "\(.webhook) is an `http` URL; Qencode expects `https`", help: "use an `https` URL")
  }
}
