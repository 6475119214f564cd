internal import RungDelivery
internal import RungReading
internal import RungSource

/// A text about what was delivered: an HLS playlist, a DASH manifest, or what ffprobe (`-of json`) or MediaInfo (`--Output=JSON`) says of a
/// file. Which of them it is, its first bytes tell.
public struct DeliveredInput: Sendable {
  /// The text. Its name is a path: playlists find each other by their paths.
  public var source: SourceInput
  /// The name of the rendition that it is of; nil to find out.
  public var rendition: String?
  /// When it was taken, in milliseconds since 1970, for playlists that were taken one after another; nil where that is not known, or where its
  /// name tells: `1764237600.m3u8`, `2026-11-27T10-00-00Z.m3u8`.
  public var taken: Int64?
  /// The size in bytes of a segment, by its address as the playlist has it; nil where the segment is not at hand.
  public var size: @Sendable (_ address: String) -> Int?

  /// - Parameters:
  ///   - source: the text.
  ///   - rendition: the name of the rendition that it is of; nil to find out.
  ///   - taken: when it was taken, in milliseconds since 1970.
  ///   - size: the size in bytes of a segment, by its address as the playlist has it.
  public init(_ source: SourceInput, rendition: String? = nil, taken: Int64? = nil, size: @escaping @Sendable (_ address: String) -> Int? = { _ in nil }) {
    (self.source, self.rendition, self.taken, self.size) = (source, rendition, taken, size)
  }

  /// Whether a text is one of those that are read, by its first bytes: those of a directory are found so.
  public static func isRecognized(_ bytes: [UInt8]) -> Bool { DeliveredKind(of: bytes) != nil }

  /// When a file was taken, by its name, in milliseconds since 1970; nil for a name without a time.
  public static func time(of name: String) -> Int64? { SnapshotTime.milliseconds(in: String(name.split(separator: "/").last ?? "")) }

  /// The addresses in a multivariant playlist that lead to files below its folder: its media playlists, where they are at hand. None of
  /// any other text.
  public var references: [String] {
    guard DeliveredKind(of: source.bytes) == .playlist else { return [] }
    var unheard = Report()
    guard let playlist = HLSPlaylist(reading: source.bytes, file: FileID(index: 0), into: &unheard), playlist.isMultivariant else { return [] }
    var seen: Set<String> = []
    return (playlist.variants.map(\.uri) + playlist.renditions.map(\.uri)).compactMap { uri in
      guard let address = uri?.value, !AddressWords.isElsewhere(address), let path = AddressWords.resolved(address, below: [])?.joined(separator: "/") else { return nil }
      return !path.isEmpty && seen.insert(path).inserted ? path : nil
    }
  }
}
