internal import RungSource

/// Which members of two lists belong together.
enum ListMatching {
  struct Match {
    let label: String
    var old: Int?
    var new: Int?
  }

  /// Where each text is; nothing is no text.
  private static func places(of texts: [String?]) -> [String: [Int]] {
    var places: [String: [Int]] = [:]
    for (index, text) in texts.enumerated() { if let text { places[text, default: []].append(index) } }
    return places
  }

  /// - Parameter keys: lists of members to match by. Each is tried on what those before it left unmatched.
  /// - Returns: in the order of the new list; removed members follow.
  static func match(_ old: [Node], _ new: [Node], _ keys: [[String]]) -> [Match] {
    var partner: [Int: Int] = [:]
    var free = Set(old.indices)
    for key in keys + [[]] {
      let openNew = new.indices.filter { partner[$0] == nil }
      let openOld = old.indices.filter(free.contains)
      // What is still unmatched is matched by position, when nothing else distinguishes the members.
      if key.isEmpty, !keys.isEmpty { break }
      let oldTexts = openOld.map { text(old[$0], key, $0) }
      let newTexts = openNew.map { text(new[$0], key, $0) }
      let (oldPlaces, newPlaces) = (places(of: oldTexts), places(of: newTexts))
      for (wanted, at) in newPlaces {
        guard at.count == 1, let other = oldPlaces[wanted], other.count == 1 else { continue }
        partner[openNew[at[0]]] = openOld[other[0]]
        free.remove(openOld[other[0]])
      }
    }
    // Members that no key identifies belong together where their values are the same.
    var rest = Dictionary(grouping: old.indices.filter(free.contains).reversed()) { old[$0].sameness }
    for index in new.indices where partner[index] == nil && !rest.isEmpty {
      let sameness = new[index].sameness
      guard let at = rest[sameness]?.lastIndex(where: { old[$0].isSame(as: new[index]) }), let other = rest[sameness]?.remove(at: at) else { continue }
      free.remove(other)
      partner[index] = other
    }
    let label = keys.first?.first
    // Duplicate names do not identify a member. URLs are among them, and are shown without their secrets.
    let names = (old + new).map { node in label.flatMap { node[$0]?.scalar?.text }.map(SecretSigns.label) }
    let oldNames = names.prefix(old.count).compactMap { $0 }
    let newNames = names.suffix(new.count).compactMap { $0 }
    let areUnique = Set(oldNames).count == old.count && Set(newNames).count == new.count
    func shown(_ node: Node, _ index: Int) -> String {
      areUnique ? label.flatMap { node[$0]?.scalar?.text }.map(SecretSigns.label) ?? "\(index)" : "\(index)"
    }
    return new.indices.map { Match(label: shown(new[$0], $0), old: partner[$0], new: $0) }
      + old.indices.filter(free.contains).map { Match(label: shown(old[$0], $0), old: $0, new: nil) }
  }

  /// The values of the members together; nil when one of them is missing.
  private static func text(_ node: Node, _ key: [String], _ index: Int) -> String? {
    if key.isEmpty { return "\(index)" }
    var texts: [String] = []
    for name in key {
      guard let text = node[name]?.scalar?.text else { return nil }
      texts.append(text)
    }
    return texts.joined(separator: "\u{0}")
  }
}
