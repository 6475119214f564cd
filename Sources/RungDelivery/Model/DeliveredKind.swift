/// What a file says about a stream that was delivered.
package enum DeliveredKind: Sendable, Hashable {
  /// An HLS playlist (RFC 8216), multivariant or media.
  case playlist
  /// A DASH manifest (ISO/IEC 23009-1).
  case manifest
  /// What ffprobe or MediaInfo found in a file, as JSON.
  case probe

  /// By its first bytes; nil for anything else.
  package init?(of bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let opening = text.prefix(4096).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if opening.starts(with: "#EXT".utf8) { self = .playlist; return }
    if opening.first == UInt8(ascii: "<"), !Self.isPage(opening) { self = .manifest; return }
    // MediaInfo writes a list of several files.
    let object = opening.first == UInt8(ascii: "[") ? opening.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } : opening
    guard object.first == UInt8(ascii: "{") else { return nil }
    let key = object.dropFirst().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.prefix(32)
    guard Self.probeKeys.contains(where: { key.starts(with: "\"\($0)\"".utf8) }) else { return nil }
    self = .probe
  }

  /// Whether it begins as an HTML page does: what servers send for an error.
  package static func isPage(_ text: ArraySlice<UInt8>) -> Bool {
    let opening = String(decoding: text.drop { $0 <= 0x20 }.prefix(32), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { opening.hasPrefix($0) }
  }

  /// What the JSON of the two programs begins with; ffprobe writes an object with the parts that were asked for.
  private static let probeKeys = ["streams", "format", "packets", "frames", "packets_and_frames", "programs", "stream_groups", "creatingLibrary", "media"]
}
