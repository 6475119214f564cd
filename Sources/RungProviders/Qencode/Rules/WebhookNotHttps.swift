internal import RungSource
internal import RungSpec

extension Qencode {
  static let webhookNotHTTPS = Rule<Fit<Qencode>>(
    "webhook-not-https", family: id, severity: .warning,
    summary: "changes of state are reported without encryption",
    why: "Qencode's own tools ask for HTTPS. What is reported names the stream, and whoever can change it on the way can tell you any state.",
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
    report.flag(webhook.place, "the webhook is an `http` URL; Qencode expects `https`", help: "offer it over HTTPS")
  }
}
