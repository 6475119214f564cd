internal import RungSource
internal import RungSpec

extension LiveKit {
  /// A room has one participant of an identity. An ingress that is not enabled joins no room.
  package static func claims(_ fit: Fit<LiveKit>) -> [Claim] {
    guard let room = fit.options.room, let identity = fit.options.participant?.value.identity, fit.options.enabled?.value != false
    else { return [] }
    let host = fit.options.host?.value
    return [
      Claim(
        participant, [host.map { $0.isHostKnown ? $0.authority.lowercased() : $0.authority }, room.value, identity.value], at: identity.place,
        notes: host == nil ? [MessageNote("neither sets `host`, so the same project is assumed for both")] : []
      ) { "the participant `\(identity.value)` of the room `\(room.value)`" }
    ]
  }

  private static let participant = Claim.Kind(
    "participant",
    "LiveKit removes the one from the room when the other joins (`DUPLICATE_IDENTITY`)",
    mend: ["set a different \(.livekit("participant.identity")) or \(.livekit("room"))", "set its \(.livekit("host")) where they are for different projects"],
    Source.proto("CreateIngressRequest.participant_identity: unique in the room", strength: .inferred))
}
