internal import RungSource
internal import RungSpec

extension Qencode {
  /// A stream that exists is updated; what is made anew is nobody else's.
  package static func claims(_ fit: Fit<Qencode>) -> [Claim] {
    guard let stream = fit.options.streamID else { return [] }
    return [Claim(Qencode.stream, [stream.value], at: stream.place) { "Qencode's stream `\(stream.value)`" }]
  }

  private static let stream = Claim.Kind(
    "what is sent last is what holds, and one encoder can push at a time",
    mend: "leave `stream_id` away in one of them, and the plan makes a stream of its own",
    Source.reference("update, and server_urls: one URL can be used at a time", strength: .inferred))
}
