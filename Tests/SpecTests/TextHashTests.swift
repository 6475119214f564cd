import RungSource
import Testing

@Suite("Hashes of texts")
struct TextHashTests {
  @Test("texts that differ in a bit, in their length or in the order of their words have other hashes")
  func distinct() {
    let text = Array("name: news\nladder: [1080p, 720p, 480p]\n".utf8)
    var texts: Set<[UInt8]> = [text, Array(text[8..<16] + text[..<8] + text[16...])]
    for index in text.indices {
      texts.insert(Array(text[..<index]))
      for bit in 0..<8 {
        var other = text
        other[index] ^= 1 << bit
        texts.insert(other)
      }
      // In two words, at the same place of both.
      guard index + 8 < text.count else { continue }
      for bit in 0..<8 {
        var other = text
        for place in [index, index + 8] { other[place] ^= 1 << bit }
        texts.insert(other)
      }
    }
    for count in 1...24 {
      texts.insert(text + [UInt8](repeating: 0, count: count))
      texts.insert([UInt8](repeating: 0, count: count))
    }
    let hashes = Set(texts.map { TextHash.wide(of: $0) })
    #expect(texts.count > 600 && hashes.count == texts.count)
    // Both halves: one alone would be half as wide.
    #expect(Set(hashes.map { $0.prefix(16) }).count == texts.count)
    #expect(Set(hashes.map { $0.suffix(16) }).count == texts.count)
    #expect(hashes.allSatisfy { $0.utf8.count == 32 })
  }
}
