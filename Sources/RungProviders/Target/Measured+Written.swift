package import RungSource
package import RungSpec

// What is written in the spec, whether it could be read or not. A rule about something missing looks here: a value that
// could not be read is not missing, and has been reported.
extension Stream {
  /// The node under a path of keys.
  package func written(_ path: String...) -> Node? {
    path.reduce(Optional(document)) { node, key in node?[key] }
  }

  /// The key at the end of a path of keys.
  package func writtenKey(_ path: String...) -> SourcePlace? {
    guard let last = path.last else { return nil }
    let holder = path.dropLast().reduce(Optional(document)) { node, key in node?[key] }
    return holder?.entries.first { $0.key.value == last }?.key.place
  }
}

extension Node {
  package var isMapping: Bool { if case .map = content { true } else { false } }
  package var isList: Bool { if case .list = content { true } else { false } }

  /// Whether the node has a key, or a misspelling that was reported with "did you mean" it.
  package func says(_ key: String, among keys: @autoclosure () -> [String]) -> Bool {
    guard case .map(let entries) = content else { return false }
    for index in entries.indices where entries[index].key.value == key { return true }
    // Only an unknown key can be a misspelling of this one. Of too many the last are counted, and nobody is asked what they mean.
    let keys = keys()
    return entries.lazy.filter { !keys.contains($0.key.value) }.prefix(Findings.mostOfRule).contains { entry in
      Similarity.meant(by: entry.key.value, among: keys, taken: { has($0) }).candidates.contains(key)
    }
  }
}

extension Measured {
  /// One setting of the video of every rendition, or of what the target encodes instead, each place once: a value of
  /// `ladder.defaults` is one value, however many renditions have it. Nothing in an audio ladder.
  package func video<Value>(_ value: (Rendition) -> Located<Value>?) -> [Located<Value>] {
    if let encoded { return encoded.compactMap { value($0.value) } }
    return stream.ladder?.media == .video ? distinct(value) : []
  }

  /// One setting of the audio of every rendition, or of what the target encodes instead, each place once.
  package func sound<Value>(_ value: (AudioSettings) -> Located<Value>?) -> [Located<Value>] {
    if let encoded { return encoded.compactMap { $0.value.audio.flatMap { value($0.value) } } }
    return distinct { $0.audio.flatMap { value($0.value) } }
  }

  private func distinct<Value>(_ value: (Rendition) -> Located<Value>?) -> [Located<Value>] {
    var found: [Located<Value>] = []
    guard let ladder = stream.ladder else { return found }
    var seen: PlaceSet?
    for index in ladder.renditions.indices {
      guard let candidate = ladder.look(at: index, value) else { continue }
      // A few are searched; more are hashed.
      if found.count >= 16 {
        if seen == nil {
          seen = PlaceSet()
          for other in found { seen?.insert(other.place) }
        }
        if seen?.insert(candidate.place) ?? true { found.append(candidate) }
      } else if !found.contains(where: { $0.place == candidate.place }) {
        found.append(candidate)
      }
    }
    return found
  }
}
