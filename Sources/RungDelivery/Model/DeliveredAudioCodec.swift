package import RungSpec

/// Audio codecs as playlists and manifests name them (RFC 6381).
package enum DeliveredAudioCodec {
  /// One entry of CODECS; nil for what is no audio codec of specs.
  package static func named(_ text: String) -> AudioCodec? {
    switch text.lowercased() {
    // Object types: 2 AAC-LC, 5 SBR, 29 PS; 0x67 is AAC of MPEG-2.
    case "mp4a.40.2", "mp4a.40.02", "mp4a.67", "mp4a": .aac
    case "mp4a.40.5", "mp4a.40.05", "mp4a.40.29": .heAAC
    case "mp4a.40.34", "mp4a.69", "mp4a.6b", "mp3", ".mp3": .mp3
    case "ac-3", "mp4a.a5": .ac3
    case "ec-3", "mp4a.a6": .eac3
    case "opus": .opus
    default: nil
    }
  }

  /// Whether an entry of CODECS is audio, of specs or not.
  package static func isAudio(_ text: String) -> Bool {
    named(text) != nil || ["mp4a", "ac-3", "ec-3", "ac-4", "flac", "opus", "vorbis", "dtsc", "dtse", "dtsx", "alac", "mha1", "mhm1"].contains { text.lowercased().hasPrefix($0) }
  }
}
