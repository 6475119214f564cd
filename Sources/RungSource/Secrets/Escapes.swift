/// How JSON, and YAML in double quotes, read `\/`, `\u0026` and `\x3d`.
package enum Escapes {
  /// - Returns: the text, and for each of its bytes, and its end, its offset in the source.
  static func decoded(_ source: Slice<UnsafeBufferPointer<UInt8>>) -> (text: [UInt8], origins: [Int]) {
    var text: [UInt8] = []
    var origins: [Int] = []
    text.reserveCapacity(source.count)
    origins.reserveCapacity(source.count + 1)
    var index = source.startIndex
    while index < source.endIndex {
      let start = index
      guard source[index] == UInt8(ascii: "\\"), index + 1 < source.endIndex else {
        text.append(source[index])
        origins.append(start)
        index += 1
        continue
      }
      let mark = source[index + 1]
      index += 2
      let digits = mark == UInt8(ascii: "u") ? 4 : mark == UInt8(ascii: "x") ? 2 : mark == UInt8(ascii: "U") ? 8 : 0
      guard digits > 0, index + digits <= source.endIndex,
        let value = UInt32(String(decoding: source[index..<(index + digits)], as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value)
      else {
        text.append(mark)
        origins.append(start)
        continue
      }
      index += digits
      for byte in String(Character(scalar)).utf8 {
        text.append(byte)
        origins.append(start)
      }
    }
    origins.append(source.endIndex)
    return (text, origins)
  }

  /// What a text in double quotes says.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
    return bytes.withUnsafeBufferPointer { decoded($0[...]).text }
  }
}
