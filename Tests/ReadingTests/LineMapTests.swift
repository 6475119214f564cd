import RungSource
import RungTestSupport
import Testing

@Suite struct LineMapTests {
  /// As its comment defines lines, a byte at a time.
  private func lines(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isCRLF = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D, !isCRLF { starts.append(index + 1) }
    }
    return starts
  }

  @Test("lines end at LF, CRLF and CR, wherever they fall in a machine word")
  func endings() {
    var random = SplitMix(seed: 17)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...40, using: &random)
      // Beside the two, bytes that differ from them by a bit.
      let alphabet: [UInt8] = [UInt8(ascii: "a"), 0x0A, 0x0D, 0x0B, 0x8A, 0xFF]
      let bytes: [UInt8] = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
      let map = LineMap(bytes)
      let starts = lines(bytes)
      #expect(map.lineCount == starts.count)
      for (number, start) in starts.enumerated() {
        #expect(map.position(of: UInt32(start)) == LineMap.Position(line: number + 1, column: 1), "\(bytes)")
      }
    }
  }
}
