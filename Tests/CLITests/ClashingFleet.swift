extension Tool {
  private static let fleetLadder = """
    ladder:
      defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
      renditions: [{name: 720p, resolution: 1280x720, bitrate: 1500k}]

    """

  /// Streams that clash across files and within them, bases that say so and bases that do not, files that are empty, broken, something
  /// else, suppressed or known.
  func writeFleet() throws {
    try write(".git/HEAD", "")
    try write("fleet/rung.yaml", "severity:\n  tenbyte/not-expressible: warning\noverrides:\n  - {paths: [\"d*/**\"], severity: {mkio/taken-twice: warning}}\n")
    try write("fleet/base.yaml", "base: true\nrung: 1\n\(Self.fleetLadder)packaging: {hls: {segment_format: mpegts, segment_duration: 7s}}\nplayback: {domain: live.example.com}\n")
    try write("fleet/bare.yaml", "rung: 1\n\(Self.fleetLadder)")
    try write("fleet/claims.yaml", "base: true\ntargets: {livekit: {room: stage, participant: {identity: shared}}}\n")
    for number in 0..<24 {
      let folder = "fleet/\(["a", "b/c", "d"][number % 3])"
      let up = number % 3 == 1 ? "../../" : "../"
      try write("\(folder)/tenbyte-\(number).yaml", "rung: 1\nname: T\(number)\nextends: \(up)base.yaml\ntargets: [tenbyte, ffmpeg]\nwebhook: https://u:geheim\(number)pass@h.example/\n")
      try write("\(folder)/mkio-\(number).yaml", "rung: 1\nname: \"M \(number % 7)\"\nextends: \(up)bare.yaml\ntargets: {mkio: {project: p\(number % 2)}}\n")
      try write(
        "\(folder)/ffmpeg-\(number).yaml",
        "rung: 1\nname: F\(number)\ntargets: [ffmpeg]\nladder: {renditions: [{name: 720p, resolution: 1280x720, fps: 25, codec: h264, bitrate: 1500\(number % 4 == 0 ? "" : "k")}]}\npackaging: {hls: {segment_format: mpegts, segment_duration: 3s}}\n")
    }
    for number in 0..<6 {
      let allow = number == 4 ? "# rung: allow livekit/taken-twice -- one at a time" : number == 3 ? "# rung: allow ladder/odd-dimensions -- not there" : ""
      let allowed = number == 5 ? "# rung: allow-file livekit/taken-twice -- another camera\n" : ""
      try write("fleet/live-\(number).yaml", "\(allowed)rung: 1\nname: L\(number)\nextends: claims.yaml\nkind: linear\ntargets: {livekit: {enabled: true}}\n")
      try write("fleet/own-\(number).yaml", "rung: 1\nname: O\(number)\ntargets:\n  livekit:\n    room: stage\n    \(allow)\n    participant: {identity: cam-\(number / 3)}\n")
      try write("fleet/two-\(number).yaml", "rung: 1\nname: A\ntargets: {qencode: {stream_id: s\(number)}}\n---\nrung: 1\nname: B\ntargets: {qencode: {stream_id: s\(number / 2)}}\n")
    }
    // What stands for a name where none is known yet.
    for number in 0..<2 { try write("fleet/object-\(number).yaml", "rung: 1\nname: \"a\u{FFFC}b\"\ntargets: {mkio: {project: p9}}\n") }
    try write("fleet/preset.yaml", "rung: 1\nname: P\nladder: {preset: tenbyte-balanced}\ntargets: [tenbyte, mkio]\n")
    try write("fleet/spec.json", "{\"rung\": 1, \"name\": \"J\", \"targets\": [\"tenbyte\"], \"ladder\": {\"renditions\": [{\"name\": \"a\", \"resolution\": \"1281x720\", \"bitrate\": 1500}]}}\n")
    for name in ["empty", "a/blank", "none/alone"] { try write("fleet/\(name).yaml", "") }
    try write("fleet/none/other.yaml", "a: 1\n")
    try write("fleet/broken.yaml", "rung: 1\nname: [\n")
    try write("fleet/umlaut-ü.yaml", "rung: 1\nname: \"Ü 🎬\"\ntargets: {mkio: {project: p0}}\nladder: {renditions: [{name: \"ü 🎬\", resolution: 1281x720, bitrate: 1500}]}\n")
  }
}
