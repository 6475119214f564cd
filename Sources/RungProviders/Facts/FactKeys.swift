/// Which limits are about a key of a spec.
extension FactLine {
  /// The names of limits, as ``name`` has them, by the last keys of a path.
  private static let keys: [String: [String]] = [
    "name": ["name length"],
    "duration": ["event duration"],
    "idle_timeout": ["idle timeout"],
    "renditions": ["video renditions", "audio renditions"],
    "ladder": ["video renditions", "audio renditions"],
    "resolution": ["width", "heights", "resolution"],
    "fps": ["frame rates", "frame rate maximum"],
    "gop": ["keyframe interval"],
    "keyframe_interval": ["keyframe interval"],
    "bitrate": ["bitrate unit", "ingest bitrate", "video bitrate"],
    "max_bitrate": ["bitrate unit", "video bitrate"],
    "buffer": ["bitrate unit"],
    "codec": ["video codecs"],
    "rate_control": ["rate controls"],
    "bframes": ["bframes"],
    "audio.codec": ["audio codecs"],
    "audio.channels": ["audio channels"],
    "audio.sample_rate": ["sample rates"],
    "audio.bitrate": ["audio bitrate", "bitrate unit"],
    "protocols": ["push protocols"],
    "source.url": ["pull schemes"],
    "recording.window": ["archive window", "rewinding"],
    "max_file_duration": ["recorded file duration"],
    "playlist_segments": ["playlist segments", "rewinding"],
    "simulcast.url": ["protocols"],
  ]

  /// The limits of a target that are about a key.
  ///
  /// - Parameter path: keys from the top of a spec, without the items of lists.
  package static func lines(of facts: Facts, about path: [String]) -> [FactLine] {
    // Renditions have names as well.
    guard path.last != "name" || path.count == 1 else { return [] }
    let two = path.suffix(2).joined(separator: ".")
    guard let names = keys[two] ?? path.last.flatMap({ keys[$0] }) else { return [] }
    // What is recorded of a bitrate is of the ladder, and what is sent of `ingest`.
    let isSent = path.first == "ingest"
    return facts.lines.filter { line in names.contains(line.name) && (isSent || line.name != "ingest bitrate") }
  }
}
