internal import RungSource
internal import RungSpec

/// Says a ladder as a shipped one and what is different about it.
struct PresetNaming {
  private typealias Values = [(path: String, node: Node)]

  private let ladder: Node
  private let document: Node
  /// The renditions in full, by name.
  private let names: [String]
  private let full: [Values]

  /// Nil for a ladder that no preset can stand for: it has values that do not read, or renditions without a name.
  init?(_ ladder: Node, of document: Node) {
    self.ladder = ladder
    self.document = document
    guard let renditions = Self.resolved(ladder, of: document) else { return nil }
    full = renditions.map(Self.values)
    names = renditions.compactMap { $0["name"]?.scalar?.text }
    guard names.count == renditions.count, Set(names).count == names.count else { return nil }
  }

  /// The shortest way by a preset, where it takes less than half of what the other way takes.
  func shortest(than other: Node) -> Node? {
    let all = Presets.all.compactMap { preset in said(by: preset) }.filter { $0.leafCount * 2 <= other.leafCount }
    return all.min { $0.leafCount < $1.leafCount }
  }

  private func said(by preset: Preset) -> Node? {
    guard let base = preset.node["ladder"], preset.node["media"]?.scalar?.text ?? "video" == document["media"]?.scalar?.text ?? "video",
      let renditions = Self.resolved(base, of: document)
    else { return nil }
    let theirs = renditions.compactMap { $0["name"]?.scalar?.text }
    let kept = theirs.filter { names.contains($0) }
    let added = names.filter { !theirs.contains($0) }
    guard kept.count > added.count, theirs.count == renditions.count, kept + added == names else { return nil }

    let place = ladder.place
    var patches: [Node] = []
    for (index, name) in names.enumerated() {
      guard let other = theirs.firstIndex(of: name) else {
        patches.append(ladder["renditions"]?.items[index] ?? ladder)
        continue
      }
      guard let patch = patch(index, over: Self.values(renditions[other])) else { return nil }
      patches.append(patch)
    }
    // What is said of every rendition is said once, unless the preset says it of each.
    var defaults: [Node.Entry] = []
    if patches.count > 1, patches.allSatisfy({ $0.entries.count > 1 }) {
      let hoisted = LadderTidying.hoisted(ladder.replacing("renditions", with: Node(.list(patches), at: place)))
      defaults = hoisted["defaults"]?.entries ?? []
      if !defaults.isEmpty { patches = hoisted["renditions"]?.items ?? patches }
    }
    patches = patches.filter { $0.entries.count > 1 }
    let dropped = theirs.filter { !names.contains($0) }

    var entries = [Node.Entry(key: Located("preset", at: place), value: .string(preset.name, at: place))]
    if !dropped.isEmpty {
      entries.append(Node.Entry(key: Located("drop", at: place), value: Node(.list(dropped.map { .string($0, at: place) }), at: place)))
    }
    if !defaults.isEmpty { entries.append(Node.Entry(key: Located("defaults", at: place), value: Node(.map(defaults), at: place))) }
    if !patches.isEmpty { entries.append(Node.Entry(key: Located("renditions", at: place), value: Node(.list(patches), at: place))) }
    let rest = ladder.entries.filter { $0.key.value != "renditions" }
    let said = Node(.map(entries + rest), at: place)
    return means(said) ? said : nil
  }

  /// Whether it has the same renditions.
  private func means(_ said: Node) -> Bool {
    guard let renditions = Self.resolved(said, of: document), renditions.count == full.count else { return false }
    return zip(renditions, full).allSatisfy { rendition, mine in
      let theirs = Self.values(rendition)
      return theirs.count == mine.count && theirs.allSatisfy { value in mine.contains { $0.path == value.path && $0.node.isSame(as: value.node) } }
    }
  }

  /// What a rendition has that the preset's has not, with its name; nil when the preset's has more, which nothing can undo.
  private func patch(_ index: Int, over theirs: Values) -> Node? {
    guard let written = ladder["renditions"]?.items[index] else { return nil }
    for value in theirs where !full[index].contains(where: { $0.path == value.path }) { return nil }
    let different = full[index].filter { value in !theirs.contains { $0.path == value.path && $0.node.isSame(as: value.node) } }
    var patch = Node(.map(written.entries.filter { $0.key.value == "name" }), at: written.place)
    for entry in written.entries where entry.key.value != "name" {
      if entry.key.value == "audio" {
        let sound = entry.value.entries.filter { part in different.contains { $0.path == "audio.\(part.key.value)" } }
        if !sound.isEmpty { patch = patch.replacing("audio", with: Node(.map(sound), at: entry.value.place), at: entry.key.place) }
      } else if different.contains(where: { $0.path == entry.key.value }) {
        patch = patch.replacing(entry.key.value, with: entry.value, at: entry.key.place)
      }
    }
    return patch
  }

  // MARK: Renditions in full

  /// The renditions of a ladder with preset and defaults worked in, as they would be written; nil when something in it
  /// does not read.
  private static func resolved(_ ladder: Node, of document: Node) -> [Node]? {
    var report = Report()
    report.forgetLeaves(before: ladder.place)
    // The trails belong to another report.
    let ladder = ladder.untrailed
    let place = ladder.place
    var spec = Node(.map([]), at: place).replacing("rung", with: .integer(1, at: place)).replacing("name", with: .string("ladder", at: place))
    if let media = document["media"] { spec = spec.replacing("media", with: media.untrailed) }
    spec = spec.replacing("ladder", with: ladder)
    spec = Composition.applyPreset(spec, { Presets.named($0)?.node }, names: Presets.names, &report)
    let stream = Stream(reading: Composition.applyDrop(spec, &report), &report)
    guard !report.hasErrors, let resolved = stream.ladder else { return nil }
    return resolved.renditions.map { Rendition.shape.write($0.value, at: $0.place) }
  }

  private static func values(_ rendition: Node) -> Values {
    var values: Values = []
    rendition.forEachLeaf { path, node in values.append((path, node)) }
    return values
  }
}

extension Node {
  /// The same tree, its values placed where they are written and not led anywhere.
  fileprivate var untrailed: Node {
    let home = SourcePlace(span)
    switch content {
    case .scalar: return Node(content, at: home)
    case .list(let items): return Node(.list(items.map(\.untrailed)), at: home)
    case .map(let entries):
      return Node(
        .map(entries.map { Node.Entry(key: Located($0.key.value, at: SourcePlace($0.key.place.span)), value: $0.value.untrailed) }), at: home)
    }
  }
}
