internal import RungSource

extension Qencode {
  /// A stream that exists is updated; a new one belongs to its spec alone.
  package static func claims(_ fit: Fit<Qencode>) -> [Claim] {
    guard let stream = fit.options.streamID else { return [] }
    return [Claim(Qencode.stream, [stream.value], at: stream.place) { "Qencode's stream `\(stream.value)`" }]
  }

  private static let stream = Claim.Kind(
    "stream",
    "the last update wins, and only one encoder can push at a time",
    mend: "remove `stream_id` from one of them, so that its plan creates its own stream",
    Source.reference("update, and server_urls: one URL can be used at a time", strength: .inferred))
}
