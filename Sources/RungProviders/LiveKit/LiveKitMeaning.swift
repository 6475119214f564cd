internal import RungSource
internal import RungSpec

/// A create request as the server understands it: without the server's defaults, so that two bodies that ask
/// for the same are equal.
enum LiveKitMeaning {
  static func of(_ body: Node, _ kind: String) -> Node {
    guard kind == "create", case .map(let entries) = body.content else { return body }
    let isWHIP = body["input_type"]?.scalar?.text == LiveKitInput.whip.rawValue
    return Node(
      .map(
        entries.compactMap { entry in
          let text = entry.value.scalar?.text
          switch entry.key.value {
          case "input_type" where text == LiveKitInput.rtmp.rawValue: return nil
          case "enable_transcoding" where text == (isWHIP ? "false" : "true"): return nil
          case "enabled" where text == "true": return nil
          case "audio", "video":
            let track = track(entry.value)
            return track.entries.isEmpty ? nil : Node.Entry(key: entry.key, value: track)
          default: return text == "" ? nil : entry
          }
        }), at: body.place)
  }

  private static func track(_ node: Node) -> Node {
    rebuilt(node) { entry in
      switch entry.key.value {
      case "options": return Node.Entry(key: entry.key, value: options(entry.value))
      case "preset": return entry
      default: return isUnset(entry.value) ? nil : entry
      }
    }
  }

  private static func options(_ node: Node) -> Node {
    let rate = node["frame_rate"].map { Rational(decimal: $0.scalar?.text ?? "")?.whole } ?? 0
    return rebuilt(node) { entry in
      switch entry.key.value {
      case "video_codec" where entry.value.scalar?.text == LiveKitVideoCodec.h264Baseline.rawValue: return nil
      case "audio_codec" where entry.value.scalar?.text == LiveKitAudioCodec.opus.rawValue: return nil
      case "frame_rate" where rate == LiveKitLayers.unstatedFrameRate: return nil
      case "disable_dtx" where entry.value.scalar?.text == "false": return nil
      case "layers" where entry.value.items.isEmpty: return nil
      case "layers":
        // What the server computes from a rate that is not an integer is not computed here.
        let fps = rate == 0 ? LiveKitLayers.unstatedFrameRate : rate
        let order = ["HIGH", "MEDIUM", "LOW"]
        let all = entry.value.items.map { layer($0, fps) }
        let useful = all.filter { $0["quality"]?.scalar?.text != LiveKitQuality.off.rawValue }
        let layers = useful.isEmpty ? all : useful
        func rank(_ index: Int) -> Int { order.firstIndex(of: layers[index]["quality"]?.scalar?.text ?? "") ?? order.count }
        let sorted = layers.indices.sorted { (rank($0), $0) < (rank($1), $1) }.map { layers[$0] }
        return Node.Entry(key: entry.key, value: Node(.list(sorted), at: entry.value.place))
      default: return isUnset(entry.value) ? nil : entry
      }
    }
  }

  /// With its quality and its bitrate set.
  private static func layer(_ node: Node, _ fps: Int?) -> Node {
    var layer = rebuilt(node) { isUnset($0.value) ? nil : $0 }
    guard case .map(var entries) = layer.content else { return node }
    if node["quality"] == nil {
      entries.append(Node.Entry(key: Located("quality", at: node.place), value: .string(LiveKitQuality.low.rawValue, at: node.place)))
    }
    if let fps, layer["bitrate"] == nil, let width = Int(node["width"]?.scalar?.text ?? ""), let height = Int(node["height"]?.scalar?.text ?? "") {
      let bits = LiveKitLayers.bitrate(of: Resolution(width: width, height: height), frameRate: fps)
      entries.append(Node.Entry(key: Located("bitrate", at: node.place), value: .integer(bits, at: node.place)))
    }
    layer.content = .map(entries)
    return layer
  }

  private static func rebuilt(_ node: Node, _ change: (Node.Entry) -> Node.Entry?) -> Node {
    guard case .map(let entries) = node.content else { return node }
    return Node(.map(entries.compactMap(change)), at: node.place)
  }

  private static func isUnset(_ node: Node) -> Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.text.isEmpty || (scalar.style == .plain && scalar.text == "0") || ["UNKNOWN", "DEFAULT_VC", "DEFAULT_AC"].contains(scalar.text)
  }
}
