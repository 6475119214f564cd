import Rung
import Testing

@Suite("Lines of texts without a finding")
struct QuietPartTests {
  @Test(
    "a line is read as it was written",
    arguments: ["1\t0\t0\t0", "0\t0\t0\t0", "1\t2\ttenbyte/stream/00ff\tmkio/event/É\t1\ttenbyte\t0", "1\t0\t0\t2\tbases/a b.yaml\t../\u{301}.yaml", "1\t1\t\t0\t1\t"])
  func back(_ line: String) throws {
    // As part of a longer text.
    let bytes = Array("17\t\(line)".utf8)
    var written: [UInt8] = []
    try QuietPart(line: bytes[3...]).write(to: &written)
    #expect(String(decoding: written, as: UTF8.self) == line)
  }

  @Test("a line that is cut off is no line", arguments: ["", "1", "1\t", "1\t0\t0", "1\t0\t0\t", "1\t2\ta\t0\t0", "1\tx\t0\t0", "1\t-1\t0\t0", "1\t9999999999\t0\t0"])
  func cutOff(_ line: String) {
    #expect(throws: PartFault.self) { try QuietPart(line: Array(line.utf8)[...]) }
  }

  @Test("whole numbers from 0, and nothing else")
  func digits() {
    for (text, number) in [("0", 0), ("17", 17), ("007", 7), ("999999999", 999_999_999)] { #expect(Int(digits: Array(text.utf8)[...]) == number) }
    for text in ["", "-1", "+1", "1 ", " 1", "1.0", "1e3", "9999999999", "٣"] { #expect(Int(digits: Array(text.utf8)[...]) == nil, "\(text)") }
  }
}
