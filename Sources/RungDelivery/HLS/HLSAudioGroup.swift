internal import RungSource
internal import RungSpec

/// The audio that variants share (RFC 8216, 4.3.4.1.1).
struct HLSAudioGroup {
  /// The first of its tracks.
  let first: HLSRendition
  /// Whether a track has a playlist of its own, at hand or not.
  let isApart: Bool
  /// Of the track that takes the most: a player loads one. Nil where no playlist is at hand.
  let segments: DeliveredSegments?

  /// By their names.
  static func all(of playlist: HLSPlaylist, _ segments: (_ address: String) -> DeliveredSegments?) -> [String: HLSAudioGroup] {
    let tracks = playlist.renditions.filter { $0.type?.value == "AUDIO" && $0.group != nil }
    return Dictionary(grouping: tracks) { $0.group?.value ?? "" }.compactMapValues { tracks in
      guard let first = tracks.first else { return nil }
      let addresses = tracks.compactMap { $0.uri?.value }
      let most = addresses.compactMap(segments).max { ($0.measuredPeak?.rate.bitsPerSecond ?? 0) < ($1.measuredPeak?.rate.bitsPerSecond ?? 0) }
      return HLSAudioGroup(first: first, isApart: !addresses.isEmpty, segments: most)
    }
  }
}
