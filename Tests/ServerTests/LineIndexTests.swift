@testable import RungServers
import RungSource
import Testing

@Suite struct LineIndexTests {
  private func position(_ line: Int, _ character: Int) -> Node { .object([("line", .number(line)), ("character", .number(character))]) }

  @Test("positions count UTF-16 code units, or bytes where these were offered")
  func encodings() {
    let text = "aä📺b\r\nc\rd\n"
    let bytes = Array(text.utf8)
    for encoding in [PositionEncoding.utf16, .utf8] {
      let lines = LineIndex(bytes, encoding)
      #expect(lines.lineCount == 4)
      for (scalar, offset) in [("b", 7), ("c", 10), ("d", 12)] {
        let place = lines.position(of: offset)
        #expect(lines.offset(of: place) == offset, "\(scalar) in \(encoding)")
      }
      #expect(lines.position(of: 7)["character"]?.wholeNumber == (encoding == .utf16 ? 4 : 7))
    }
  }

  @Test("a position behind its line is the end of it, one behind the text the end of the text, and none is inside of a character")
  func clamped() {
    let bytes = Array("ab\nä📺\n".utf8)
    let lines = LineIndex(bytes, .utf16)
    #expect(lines.offset(of: position(0, 99)) == 2 && lines.offset(of: position(9, 0)) == bytes.count && lines.offset(of: position(1, 2)) == 5)
    #expect(LineIndex(bytes, .utf8).offset(of: position(1, 1)) == 3)
    #expect(lines.offset(of: position(-1, 0)) == nil && lines.offset(of: nil) == nil && lines.offset(of: .text("x")) == nil)
  }

  @Test("a position in a long line is where its characters are counted", arguments: ["x", "ä", "📺", "e\u{301}", "aä📺"])
  func longLines(_ piece: String) throws {
    let text = "short\n" + String(repeating: piece, count: 1000) + "\nend"
    let lines = LineIndex(Array(text.utf8), .utf16)
    var (offset, units) = (6, 0)
    for scalar in String(repeating: piece, count: 1000).unicodeScalars {
      #expect(lines.position(of: offset).isSame(as: position(1, units)) && lines.offset(of: position(1, units)) == offset)
      offset += scalar.utf8.count
      units += scalar.utf16.count
    }
    #expect(lines.offset(of: position(1, units + 1)) == offset && lines.offset(of: position(2, 1)) == offset + 2)
  }

  @Test("addresses of files", arguments: [("file:///a/b%20c.yaml", "/a/b c.yaml"), ("file://localhost/a", "/a"), ("FILE:/a", "/a"), ("file:///%C3%A4.yaml", "/ä.yaml")])
  func addresses(_ uri: String, _ path: String) {
    #expect(FileURI.path(uri) == path)
    #expect(FileURI.path(FileURI.uri(path)) == path)
  }

  @Test("addresses that are of no file here", arguments: ["untitled:Untitled-1", "file://other/a", "file:a", "https://a/b", "file:///a%00b"])
  func others(_ uri: String) { #expect(FileURI.path(uri) == nil) }
}
