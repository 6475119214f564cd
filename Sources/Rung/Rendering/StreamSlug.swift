/// The names of streams in the names of files.
package enum StreamSlug {
  /// One for each stream of a file, no two of them the same on any file system: the second `News` is `news-2`, or the next
  /// number that no other stream has taken.
  package static func all(_ names: [String?]) -> [String] {
    var counts: [String: Int] = [:]
    var taken: Set<String> = []
    return names.map { name in
      let plain = of(name ?? "")
      let count = counts[folded(plain), default: 0] + 1
      var number = count
      var slug = number == 1 ? plain : "\(plain)-\(number)"
      while !taken.insert(folded(slug)).inserted {
        number += 1
        slug = "\(plain)-\(number)"
      }
      counts[folded(plain)] = number
      return slug
    }
  }

  /// `Live TV Channel` → `live-tv-channel`: letters and digits of any script, everything else a dash.
  private static func of(_ name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      guard result.utf8.count < 100 else { break }
      if character.isLetter || character.isNumber {
        // One letter can carry any number of marks.
        result += character.utf8.count <= 32 ? String(character) : String(character.unicodeScalars.prefix(1))
      } else if !result.isEmpty, !result.hasSuffix("-") {
        result += "-"
      }
    }
    while result.hasSuffix("-") { result.removeLast() }
    return result.isEmpty ? "stream" : result
  }

  /// The same for what a file system may hold to be the same: `ς` and `σ` are one capital letter. Texts that differ in how
  /// their marks are written are equal already.
  private static func folded(_ text: String) -> String { text.uppercased().lowercased() }
}
