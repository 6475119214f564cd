internal import RungSource

/// What parts of a channel are called, and where other parts name them.
enum MediaLiveDescriptions {
  /// Video, audio or captions.
  struct Kind: Sendable {
    let noun: String
    let list: String
    let reference: String

    /// The names, and nil for them where one could not be read.
    func defined(in encoder: BodyPart) -> (parts: [BodyPart], names: [String]?) {
      guard let list = encoder[list] else { return ([], []) }
      guard !list.isUnread else { return ([], nil) }
      let parts = list.items.compactMap { $0["Name"] }
      let names = parts.compactMap(\.text)
      return (parts, names.count == list.items.count ? names : nil)
    }

    /// One for each time that an output names one.
    func references(in encoder: BodyPart) -> [BodyPart] {
      (encoder["OutputGroups"]?.items ?? []).flatMap { group in
        (group["Outputs"]?.items ?? []).flatMap { output -> [BodyPart] in
          guard let value = output[reference] else { return [] }
          return value.node.isScalar ? [value] : value.items
        }
      }
    }
  }

  static let kinds = [
    Kind(noun: "video", list: "VideoDescriptions", reference: "VideoDescriptionName"), Kind(noun: "audio", list: "AudioDescriptions", reference: "AudioDescriptionNames"),
    Kind(noun: "caption", list: "CaptionDescriptions", reference: "CaptionDescriptionNames"),
  ]

  /// The settings of every video codec that is set.
  static func video(in root: BodyPart) -> [BodyPart] {
    (root["EncoderSettings"]?["VideoDescriptions"]?.items ?? []).flatMap { video -> [BodyPart] in
      ["H264Settings", "H265Settings", "Av1Settings"].compactMap { video["CodecSettings"]?[$0] }.filter(\.isMapping)
    }
  }

  /// Every reference to a destination, wherever it is.
  static func destinations(in root: BodyPart) -> [BodyPart] {
    var found: [BodyPart] = []
    func look(_ part: BodyPart) {
      guard !part.isUnread else { return }
      for item in part.items { look(item) }
      for entry in part.node.entries {
        guard let value = part[entry.key.value] else { continue }
        if entry.key.value == "DestinationRefId" { found.append(value) } else { look(value) }
      }
    }
    if let groups = root["EncoderSettings"]?["OutputGroups"] { look(groups) }
    return found
  }
}
