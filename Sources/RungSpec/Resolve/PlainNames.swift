internal import RungSource

/// Names of renditions in paths, URLs and variables.
package enum PlainNames {
  /// Their names where they are plain (letters, digits, `-`, `_`) and unique; else their heights, else their numbers.
  package static func of(_ renditions: [Rendition]) -> [String] {
    var names: [String] = []
    for (index, rendition) in renditions.enumerated() {
      let height = rendition.resolution.map { "\($0.value.height)p" }
      let candidates = [rendition.name?.value, height, "rendition\(index + 1)"].compactMap { $0 }
      names.append(candidates.first { isPlain($0) && !names.contains($0) } ?? "rendition\(index + 1)")
    }
    return names
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || "-_".utf8.contains($0) }
  }
}
