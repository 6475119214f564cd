internal import RungSource
internal import RungSpec

/// A ladder of complete renditions, as a person would write it: what they share is set once, and a shipped ladder is set by
/// its name.
enum LadderTidying {
  static func tidied(_ ladder: Node, of document: Node, namesPresets: Bool) -> Node {
    // A ladder that has defaults or a preset is kept as its author wrote it.
    guard let list = ladder["renditions"], case .list(let items) = list.content, !items.isEmpty, ladder["defaults"] == nil,
      ladder["preset"] == nil
    else { return ladder }
    let timed = ladder.replacing("renditions", with: Node(.list(items.map(inTime)), at: list.place))
    let hoisted = self.hoisted(timed)
    guard namesPresets else { return hoisted }
    return PresetNaming(timed, of: document)?.shortest(than: hoisted) ?? hoisted
  }

  // MARK: Keyframes

  /// `gop: 50` at 25 fps → `keyframe_interval: 2s`: the one that stays when the frame rate changes. Only where the time is
  /// one that people say.
  static func inTime(_ rendition: Node) -> Node {
    guard rendition["keyframe_interval"] == nil, let gop = rendition["gop"], let frames = gop.scalar.flatMap({ Int($0.text) }), frames > 0,
      gop.scalar?.type == .integer, let text = rendition["fps"]?.scalar?.text, let rate = frameRate(text),
      let time = Rational(frames).divided(by: rate.value), time.times(Rational(2))?.whole != nil
    else { return rendition }
    let entries = rendition.entries.map { entry in
      guard entry.key.value == "gop" else { return entry }
      return Node.Entry(
        key: Located("keyframe_interval", at: entry.key.place), value: .string(UnitWording.duration(Seconds(time)), at: gop.place))
    }
    return Node(.map(entries), at: rendition.place)
  }

  private static func frameRate(_ text: String) -> FrameRate? {
    switch FrameRate.parse(text) {
    case .value(let rate), .remarked(let rate, _), .doubtful(let rate, _): rate
    case .fault: nil
    }
  }

  // MARK: Defaults

  /// What tells one rendition from another is said of each, even where it is the same.
  private static let own = ["name", "resolution", "bitrate", "max_bitrate", "buffer"]

  /// With what all renditions share moved into `defaults`.
  static func hoisted(_ ladder: Node) -> Node {
    let renditions = ladder["renditions"]?.items ?? []
    guard renditions.count > 1, let list = ladder["renditions"] else { return ladder }
    let (defaults, rest) = shared(renditions, except: own)
    guard !defaults.isEmpty else { return ladder }
    let place = defaults.first?.value.place ?? ladder.place
    return Node(
      .map([Node.Entry(key: Located("defaults", at: place), value: Node(.map(defaults), at: place))]
        + ladder.entries.map { $0.key.value == "renditions" ? Node.Entry(key: $0.key, value: Node(.list(rest), at: list.place)) : $0 }),
      at: ladder.place)
  }

  /// What all of several mappings have, one level down for audio, and the rest of each.
  private static func shared(_ maps: [Node], except own: [String]) -> (shared: [Node.Entry], rest: [Node]) {
    var shared: [Node.Entry] = []
    var rest = maps
    for entry in maps.first?.entries ?? [] where !own.contains(entry.key.value) {
      let key = entry.key.value
      let values = maps.compactMap { $0[key] }
      guard values.count == maps.count else { continue }
      if values.allSatisfy({ $0.isSame(as: entry.value) }) {
        shared.append(entry)
        rest = rest.map { $0.without([key]) }
      } else if key == "audio", values.allSatisfy({ !$0.entries.isEmpty }) {
        let sound = Self.shared(values, except: [])
        guard !sound.shared.isEmpty else { continue }
        shared.append(Node.Entry(key: entry.key, value: Node(.map(sound.shared), at: entry.value.place)))
        rest = zip(rest, sound.rest).map { $0.replacing(key, with: $1) }
      }
    }
    return (shared, rest)
  }
}
