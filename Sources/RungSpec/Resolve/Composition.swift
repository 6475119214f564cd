package import RungSource

/// Specs are put together as trees, before they are read, so that every later stage sees one spec.
package enum Composition {
  /// `over` completes `base`: maps merge, renditions merge by name, null removes what the base sets, everything else is replaced.
  ///
  /// - Parameter keepsRemovals: whether what is put together is a base itself: what it removes it also removes from bases before it.
  package static func merge(_ over: Node, onto base: Node, keepsRemovals: Bool = false) -> Node { merge(over, onto: base, keepsRemovals, isTargets: false) }

  private static func merge(_ over: Node, onto base: Node, _ keepsRemovals: Bool, isTargets: Bool) -> Node {
    guard case .map(let upper) = over.content, case .map(var entries) = base.content else { return over }
    // A GOP in frames and one in time are two forms of one value: setting one removes an inherited other.
    for key in ["gop", "keyframe_interval"] where over[key].map({ !$0.isRemoval }) ?? false {
      if let other = rival(key), !over.has(other) { entries.removeAll { $0.key.value == other } }
    }
    // `over` has each key once: what it adds needs no search.
    let below = entries
    let positions = KeyIndex(below)
    var removed: Set<Int> = []
    for entry in upper {
      guard let index = positions.known(entry.key.value, in: below) else {
        entries.append(entry)
        continue
      }
      if entry.value.isNull {
        if entry.value.isRemoval {
          if keepsRemovals { entries[index] = entry } else { removed.insert(index) }
        } else if !isTargets {
          // Nothing was written where something is: that is reported where the value is read.
          entries[index] = entry
        }
        continue
      }
      let merged: Node
      switch entry.key.value {
      case "renditions": merged = mergeByName(entry.value, onto: entries[index].value, keepsRemovals)
      case "drop": merged = concatenate(entries[index].value, entry.value)
      // A preset starts a new ladder: the base's values belong to another ladder, and would patch this one by chance.
      case "ladder" where entry.value["preset"].map({ !$0.isNull }) ?? false: merged = entry.value
      case "targets": merged = merge(entry.value, onto: named(entries[index].value, under: entry.value), keepsRemovals, isTargets: true)
      default: merged = merge(entry.value, onto: entries[index].value, keepsRemovals, isTargets: false)
      }
      entries[index] = Node.Entry(key: entry.key, value: merged)
    }
    if !removed.isEmpty { entries = entries.indices.filter { !removed.contains($0) }.map { entries[$0] } }
    return Node(.map(entries), at: over.place)
  }

  /// Puts the shipped ladder that `ladder.preset` names under the spec's own ladder.
  package static func applyPreset(_ spec: Node, _ preset: (String) -> Node?, names: @autoclosure () -> [String], _ report: inout Report) -> Node {
    guard let ladder = spec["ladder"], let nameNode = ladder["preset"], nameNode.scalar?.type == .string, let name = nameNode.scalar?.text else { return spec }
    report.use(nameNode.place)
    guard let found = preset(name), let base = found["ladder"] else {
      let names = names()
      let near = Similarity.nearest(to: name, among: names)
      report.flag(
        SpecFaults.unknownPreset, nameNode.place,
        "preset `\(name)` does not exist\(expecting(names))",
        help: near.help ?? "run `rung presets` to list them",
        fix: near.only.map { .replace(nameNode.span, with: $0, .unsafe) })
      return spec
    }
    let media = found["media"]
    let through = report.retrail(base, through: .preset(name, nameNode.span))
    var own = ladder
    if let renditions = ladder["renditions"], renditions.isNull {
      report.flag(
        SpecFaults.wrongType, renditions.place, "null removes every rendition of the preset `\(name)`", help: ["remove \(.renditions)", "remove \(.ladderPreset)"])
      own = ladder.without(["renditions"])
    }
    var result = spec.replacing("ladder", with: merge(own, onto: through))
    if let media, spec["media"] == nil, case .map(var entries) = result.content {
      let place = report.retrail(media, through: .preset(name, nameNode.span))
      entries.append(Node.Entry(key: Located("media", at: place.place), value: place))
      result.content = .map(entries)
    }
    return result
  }

  /// Removes the renditions that `ladder.drop` names.
  package static func applyDrop(_ spec: Node, _ report: inout Report) -> Node {
    guard let ladder = spec["ladder"], let drop = ladder["drop"] else { return spec }
    var items: [Node] = []
    if let renditions = ladder["renditions"] {
      guard case .list(let written) = renditions.content else { return spec }
      items = written
    }
    for name in drop.items {
      report.use(name.place)
      // An item that is not a string is reported when the list is read.
      guard let scalar = name.scalar, scalar.type == .string else { continue }
      let text = scalar.text
      let names = items.compactMap { $0["name"]?.scalar?.text }
      if names.contains(text) {
        for item in items where item["name"]?.scalar?.text == text { item.forEachLeaf { leaf in report.use(leaf.place) } }
        items.removeAll { $0["name"]?.scalar?.text == text }
      } else {
        let near = Similarity.nearest(to: text, among: names)
        report.flag(
          SpecFaults.dropOfUnknown, name.place, "\(path: .ladderDrop) names \(term: .rendition) `\(text)`, which does not exist\(expecting(names))",
          help: near.help ?? "remove the name",
          fix: near.only.map { .replace(name.span, with: $0, .unsafe) })
      }
    }
    guard let renditions = ladder["renditions"] else { return spec }
    let kept = ladder.replacing("renditions", with: Node(.list(items), at: renditions.place))
    return spec.replacing("ladder", with: kept)
  }

  /// A list of targets as a mapping, where options are set under it.
  private static func named(_ base: Node, under over: Node) -> Node {
    guard case .list(let items) = base.content, case .map = over.content else { return base }
    let names = items.compactMap { item in item.scalar.map { Located($0.text, at: item.place) } }
    guard names.count == items.count else { return base }
    return Node(.map(names.map { Node.Entry(key: $0, value: Node(.scalar(Scalar("", .plain)), at: $0.place)) }), at: base.place)
  }

  private static func rival(_ key: String) -> String? {
    switch key {
    case "gop": "keyframe_interval"
    case "keyframe_interval": "gop"
    default: nil
    }
  }

  private static func mergeByName(_ over: Node, onto base: Node, _ keepsRemovals: Bool) -> Node {
    guard case .list(let upper) = over.content, case .list(var items) = base.content else { return over }
    var indices: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      if let name = item["name"]?.scalar?.text, indices[name] == nil { indices[name] = index }
    }
    for item in upper {
      // A second patch of the same name is kept beside the first, where a rule reports the duplicate.
      if let name = item["name"]?.scalar?.text, let index = indices.removeValue(forKey: name) {
        items[index] = merge(item, onto: items[index], keepsRemovals, isTargets: false)
      } else {
        items.append(item)
      }
    }
    return Node(.list(items), at: over.place)
  }

  private static func concatenate(_ first: Node, _ second: Node) -> Node {
    guard case .list(let items) = first.content, case .list(let others) = second.content else { return second }
    // A base that is reached on two ways brings its items twice.
    let known = Set(items.map(\.span))
    return Node(.list(items + others.filter { !known.contains($0.span) }), at: second.place)
  }
}
