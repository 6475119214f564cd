internal import RungSource
internal import RungSpec

/// A body as MK.IO understands it: without the defaults that it would set itself, so that two bodies that ask for the same
/// are equal. Durations have one form, because `P1D` and `PT24H` are equal.
enum MKIOMeaning {
  static let usualInterval = "PT2S"

  static func of(_ body: Node, _ kind: String) -> Node {
    // A passthrough ignores encoder settings.
    let type = body.value(at: "properties.encoding.encodingType")?.scalar?.text
    let isPassthrough = type.map { $0 == "None" || MKIOEncodingType(rawValue: $0)?.mode == .passthrough } ?? false
    let plain = isPassthrough ? body.removing("properties.encoding.presetName").removing("properties.encoding.stretchMode") : body
    return pruned(plain, "") ?? Node(.map([]), at: body.place)
  }

  /// Nil for what has no effect.
  private static func pruned(_ node: Node, _ path: String) -> Node? {
    switch node.content {
    case .map(let entries):
      // Labels and the arguments of pipelines are kept as they are.
      if ["labels", "properties.pipeline"].contains(path) { return node }
      let kept = entries.compactMap { entry -> Node.Entry? in
        let below = path.isEmpty ? entry.key.value : "\(path).\(entry.key.value)"
        guard let value = path == "tags" ? entry.value : pruned(entry.value, below) else { return nil }
        return Node.Entry(key: entry.key, value: value)
      }
      return kept.isEmpty && !path.isEmpty ? nil : Node(.map(kept), at: node.place)
    case .list(let items): return items.isEmpty || isDefault(node, path) ? nil : node
    case .scalar(let scalar):
      if isDefault(node, path) { return nil }
      let isDuration = durations.contains { path.hasSuffix($0) }
      if isDuration, scalar.type == .string, let text = Seconds.plain(scalar.text)?.iso8601 {
        return text == usualInterval && path.contains("keyFrameInterval") ? nil : .string(text, at: node.place)
      }
      return path == "properties.encoding.encodingType" && scalar.text == "None" ? .string("PassthroughStandard", at: node.place) : node
    }
  }

  private static let durations = ["keyFrameInterval", "keyFrameIntervalDuration", "archiveWindowLength", "rewindWindowLength"]

  /// The defaults that the reference says MK.IO sets, and the values that it treats as unset.
  private static func isDefault(_ node: Node, _ path: String) -> Bool {
    let text = node.scalar?.text
    switch path {
    case "properties.useStaticHostname", "properties.suppressed", "properties.cdnEnabled": return text == "false"
    case "properties.streamOptions": return node.items.count == 1 && node.items[0].scalar?.text == "Default"
    case "properties.input.streamingProtocol": return text == "RTMP"
    case "properties.input.accessToken": return node.isNull
    case "properties.sku.name": return text == "Standard"
    case "properties.urlStyle": return text == "AMS"
    case "properties.preview.streamingPolicyName": return text == "Predefined_ClearStreamingOnly"
    default: return false
    }
  }
}
