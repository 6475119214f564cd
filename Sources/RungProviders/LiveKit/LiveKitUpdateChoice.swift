package import RungSource
internal import RungSpec

/// What changes an ingress that one request created into what another would have created.
package enum LiveKitUpdateChoice: Sendable {
  case nothing
  /// One request, or two where LiveKit requires two. Each ends a running session: the encoder must
  /// connect again.
  case updates([LiveKitUpdate])
  /// No update can do it: delete the ingress, and create another with a new URL and key. Why, by field.
  case anew([String])

  /// - Parameter target: the place of a value that no author wrote: an object that is emptied.
  package init(from old: LiveKitCreate, to new: LiveKitCreate, near target: SourcePlace) {
    let before = Written(old)
    let after = Written(new)
    guard before != after else {
      self = .nothing
      return
    }
    let reasons = Self.reasons(before, after)
    guard reasons.isEmpty else {
      self = .anew(reasons)
      return
    }

    var update = LiveKitUpdate()
    if before.name != after.name { update.name = new.name }
    if before.roomName != after.roomName { update.roomName = new.roomName }
    if before.identity != after.identity { update.participantIdentity = new.participantIdentity }
    if before.participantName != after.participantName { update.participantName = new.participantName }
    if before.metadata != after.metadata { update.participantMetadata = new.participantMetadata }
    // These two replace what is stored as a whole: an empty one resets it to LiveKit's defaults, which is also how
    // encodings are removed when transcoding ends.
    if before.audio != after.audio { update.audio = new.audio ?? Located(LiveKitAudio(), at: target) }
    if before.video != after.video { update.video = new.video ?? Located(LiveKitVideo(), at: target) }
    if before.isEnabled != after.isEnabled { update.enabled = Located(after.isEnabled, at: new.enabled?.place ?? target) }
    guard before.isTranscoding != after.isTranscoding else {
      self = .updates([update])
      return
    }
    let transcoding = Located(after.isTranscoding, at: new.enableTranscoding?.place ?? target)
    guard after.isTranscoding, Self.hasEncoding(update) else {
      update.enableTranscoding = transcoding
      self = .updates([update])
      return
    }
    // The server checks encodings against the stored ingress, which does not transcode yet: together they
    // are rejected, with `video encoding options must be empty if transcoding bypass is selected`.
    self = .updates([LiveKitUpdate(enableTranscoding: transcoding), update])
  }

  private static func reasons(_ before: Written, _ after: Written) -> [String] {
    var reasons: [String] = []
    var isFixed = false
    let texts = [
      "name": (before.name, after.name), "room_name": (before.roomName, after.roomName), "participant_identity": (before.identity, after.identity),
      "participant_name": (before.participantName, after.participantName), "participant_metadata": (before.metadata, after.metadata),
    ]
    for fact in LiveKit.changes where fact.request == "create" {
      guard let field = fact.path else { continue }
      if fact.changeability == .createOnly, before.fixed[field] != after.fixed[field] { reasons.append("`\(field)` is fixed once created") }
      for trait in fact.traits {
        switch trait {
        case .fixedWhen(let path, let value, _): isFixed = isFixed || after.fixed[path] == value
        case .emptyKeeps:
          if let (old, new) = texts[field], !old.isEmpty, new.isEmpty { reasons.append("`\(field)` cannot be emptied") }
        default: break
        }
      }
    }
    return reasons.isEmpty && isFixed ? ["an ingress that pulls cannot be changed"] : reasons
  }

  private static func hasEncoding(_ update: LiveKitUpdate) -> Bool {
    update.video?.value.preset != nil || update.video?.value.options != nil || update.audio?.value.preset != nil
      || update.audio?.value.options != nil
  }

  fileprivate static func input(_ body: LiveKitCreate) -> LiveKitInput { body.inputType?.value ?? .rtmp }
}

/// The meaning of a request, without its places and with LiveKit's defaults.
private struct Written: Equatable {
  let fixed: [String: String]
  let name: String
  let roomName: String
  let identity: String
  let participantName: String
  let metadata: String
  let isTranscoding: Bool
  let isEnabled: Bool
  let audio: [String]
  let video: [String]

  init(_ body: LiveKitCreate) {
    let input = LiveKitUpdateChoice.input(body)
    fixed = ["input_type": input.rawValue, "url": input == .url ? body.url?.value ?? "" : ""]
    name = body.name?.value ?? ""
    roomName = body.roomName?.value ?? ""
    identity = body.participantIdentity?.value ?? ""
    participantName = body.participantName?.value ?? ""
    metadata = body.participantMetadata?.value ?? ""
    isTranscoding = body.enableTranscoding?.value ?? (input != .whip)
    isEnabled = body.enabled?.value ?? true
    audio = body.audio.map { Self.leaves(LiveKitAudio.shape.write($0.value, at: $0.place)) } ?? []
    video = body.video.map { Self.leaves(LiveKitVideo.shape.write($0.value, at: $0.place)) } ?? []
  }

  private static func leaves(_ node: Node) -> [String] {
    var leaves: [String] = []
    node.forEachLeaf { path, leaf in if let scalar = leaf.scalar { leaves.append("\(path) \(scalar.text)") } }
    return leaves
  }
}
