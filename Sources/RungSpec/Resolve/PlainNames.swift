package import RungSource

/// Names of renditions in paths, URLs and variables, and of streams in names that providers restrict.
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

  private static func isPlain(_ name: String) -> Bool { !name.isEmpty && name.utf8.allSatisfy(isPlain) }

  private static func isPlain(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_".utf8.contains(byte) }

  /// A text in letters, digits, `-` and `_`: what else is in it becomes hyphens. The same where it is plain already.
  ///
  /// - Parameter length: the most characters.
  package static func slug(_ name: Located<String>, length: Int, _ report: inout Report) -> Located<String>? {
    if isPlain(name.value) || name.value.isEmpty, name.value.utf8.count <= length { return name }
    var slug = ""
    for scalar in name.value.unicodeScalars {
      if scalar.isASCII, isPlain(UInt8(truncatingIfNeeded: scalar.value)) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return report.derive(String(slug.prefix(length)), "the stream's name in letters, digits, hyphens and underscores", from: [name.place])
  }
}
