package import RungSource

/// HLS playlists (RFC 8216, section 4) → lines and attributes with places. What tags mean is not known here.
package struct PlaylistReader: Sendable {
  package let bytes: [UInt8]
  private let file: FileID
  /// Of `#EXTM3U`, where there is one.
  package var opening: SourcePlace {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return place(start..<Swift.min(bytes.count, start + 7))
  }

  package init(_ bytes: [UInt8], file: FileID) { (self.bytes, self.file) = (bytes, file) }

  /// Lines that mean something, in their order: comments and empty lines are left out. None where the text is no playlist, which
  /// is reported.
  package func lines(within bounds: Bounds, into report: inout Report) -> [PlaylistLine] {
    guard Reader.isReadable(bytes, as: "a playlist", id: file, bounds: bounds, &report) else { return [] }
    var lines: [PlaylistLine] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start > 0 {
      report.flag(
        PlaylistFaults.notAPlaylist, place(0..<3), "a byte order mark is before `#EXTM3U`; RFC 8216 forbids one", severity: .warning, help: "save the file without a byte order mark")
    }
    var isFirst = true
    bytes.withUnsafeBufferPointer { text in
      while start < text.count {
        var end = start
        var control: Int?
        while end < text.count, text[end] != 0x0A {
          if text[end] < 0x20 || text[end] == 0x7F, text[end] != 0x0D, text[end] != 0x09, control == nil { control = end }
          end += 1
        }
        let next = end + 1
        while end > start, text[end - 1] == 0x0D || text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
        defer { start = next }
        if let control {
          report.flag(
            PlaylistFaults.unreadableValue, place(control..<control + 1), "control character 0x\(Self.hex(text[control])) in a playlist; RFC 8216 allows none but line ends",
            help: "remove it")
        }
        if isFirst {
          isFirst = false
          guard Self.isOpening(text[start..<end]) else {
            report.flag(
              PlaylistFaults.notAPlaylist, place(start..<Swift.min(end, start + 64)), "the first line is not `#EXTM3U`: this is no HLS playlist",
              help: "name a playlist of the stream; a page that a server sends for an error is no playlist")
            return
          }
          continue
        }
        guard start < end else { continue }
        if let query = Self.query(text[start..<end]) { report.hide(place(query).span) }
        if text[start] != UInt8(ascii: "#") {
          lines.append(PlaylistLine(tag: nil, place: place(start..<end), value: start..<end))
        } else if text[start..<end].starts(with: "#EXT".utf8) {
          let colon = text[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
          lines.append(
            PlaylistLine(
              tag: String(decoding: text[start + 1..<colon], as: UTF8.self), place: place(start..<end), value: Swift.min(colon + 1, end)..<end))
        }
      }
    }
    if isFirst { report.flag(PlaylistFaults.notAPlaylist, place(0..<0), "the file is empty; a playlist begins with `#EXTM3U`", help: "name a playlist of the stream") }
    return lines
  }

  /// `BANDWIDTH=1,CODECS="a,b"`. What is malformed is reported, and what is before it returned.
  package func attributes(of line: PlaylistLine, into report: inout Report) -> [PlaylistAttribute] {
    var attributes: [PlaylistAttribute] = []
    var index = line.value.lowerBound
    let end = line.value.upperBound
    func malformed(_ range: Range<Int>, _ message: Message, _ help: Help) {
      report.flag(PlaylistFaults.malformedAttributes, place(range), message, help: help)
    }
    while index < end {
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      let start = index
      while index < end, bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ",") { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "="), index > start else {
        malformed(start..<index, "`\(shown(start..<index))` is no attribute; expected NAME=value", "write NAME=value, with commas between")
        return attributes
      }
      let name = Located(text(start..<index), at: place(start..<index))
      index += 1
      let isQuoted = index < end && bytes[index] == UInt8(ascii: "\"")
      if isQuoted { index += 1 }
      let first = index
      let stop = isQuoted ? UInt8(ascii: "\"") : UInt8(ascii: ",")
      while index < end, bytes[index] != stop { index += 1 }
      guard index < end || !isQuoted else {
        malformed(first - 1..<end, "the quotes of \(name.value) are not closed", "close them with `\"`")
        return attributes
      }
      attributes.append(PlaylistAttribute(name: name, value: Located(text(first..<index), at: place(first..<index)), isQuoted: isQuoted))
      if isQuoted { index += 1 }
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      guard index < end else { break }
      guard bytes[index] == UInt8(ascii: ",") else {
        malformed(index..<end, "`\(shown(index..<end))` is between \(name.value) and the next attribute; expected a comma", "put a comma between attributes")
        return attributes
      }
      index += 1
    }
    return attributes
  }

  /// The value of a tag, or an address.
  package func value(of line: PlaylistLine) -> Located<String> { Located(text(line.value), at: valuePlace(of: line)) }

  /// Where the value is; for a tag without one, the tag.
  package func valuePlace(of line: PlaylistLine) -> SourcePlace { line.value.isEmpty ? line.place : place(line.value) }

  package func text(_ range: Range<Int>) -> String { bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) } }

  package func place(_ range: Range<Int>) -> SourcePlace {
    SourcePlace(SourceSpan(file: file, lower: range.lowerBound, upper: range.upperBound))
  }

  private func shown(_ range: Range<Int>) -> String { text(range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 40)) }

  /// What is behind the `?` of an address, of a line or in `URI="…"`: tokens by which viewers are let in, under names that every CDN has of its own.
  private static func query(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Range<Int>? {
    guard let mark = line.firstIndex(of: UInt8(ascii: "?")), mark + 1 < line.endIndex else { return nil }
    guard line.first == UInt8(ascii: "#") else { return mark + 1..<line.endIndex }
    let before = line[line.startIndex..<mark]
    guard let quote = before.lastIndex(of: UInt8(ascii: "\"")), before[..<quote].reversed().starts(with: "=IRU".utf8) else { return nil }
    return mark + 1..<(line[mark...].firstIndex(of: UInt8(ascii: "\"")) ?? line.endIndex)
  }

  private static func isOpening(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.starts(with: "#EXTM3U".utf8) && (line.count == 7 || line[line.startIndex + 7] == 0x20 || line[line.startIndex + 7] == 0x09)
  }

  private static func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.utf8.count == 1 ? "0" + text : text
  }
}
