internal import RungSource
internal import RungSpec

extension VerifyRules {
  static let windowDiffers = Rule<Verification>(
    "window-differs", family: family, severity: .warning,
    summary: "the playlist or the manifest holds another window than the spec sets",
    why: "The window is how far viewers can rewind, and how long a slow player has before its segment is gone.",
    bad: [
      Example(
        delivered: """
          ⟦#EXTM3U⟧
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:12
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:6.000000,
          1.m4s
          #EXTINF:6.000000,
          2.m4s
          #EXTINF:6.000000,
          3.m4s
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: 6s, playlist_segments: ⟦6⟧}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ],
    good: [
      Example(
        delivered: """
          #EXTM3U
          #EXT-X-VERSION:6
          #EXT-X-TARGETDURATION:6
          #EXT-X-MEDIA-SEQUENCE:12
          #EXT-X-MAP:URI="init.mp4"
          #EXTINF:6.000000,
          1.m4s
          #EXTINF:6.000000,
          2.m4s
          #EXTINF:6.000000,
          3.m4s
          #EXTINF:6.000000,
          4.m4s
          #EXTINF:6.000000,
          5.m4s
          #EXTINF:6.000000,
          6.m4s
          """,
        of: """
          rung: 1
          name: news
          targets: [ffmpeg]
          packaging: {hls: {segment_format: fmp4, segment_duration: 6s, playlist_segments: 6}}
          ladder:
            renditions:
              - {name: 720p, resolution: 1280x720, fps: 25, gop: 50, codec: h264, bitrate: 2500k}
          """),
    ]
  ) { verification, report in
    guard let asked = verification.asked else { return }
    if let count = asked.held(asked.hls?.playlistSegments) {
      for pair in verification.pairs where pair.kind == .hls {
        guard let segments = pair.delivered.segments, segments.isLive || segments.hasSlid else { continue }
        let listed = segments.items.count
        // Until the first has left the list, it grows. Some packagers keep one more while a new one is written.
        guard listed > count.value + 1 || (segments.hasSlid && listed < count.value) else { continue }
        report.flag(
          pair, at: segments.place, "lists \(listed) segments", asked: count.place, "is set to \(count.value)",
          help: ["set the length of the list (FFmpeg: `-hls_list_size \(count.value)`)", "set \(.hlsPlaylistSegments, listed) if that is meant"])
      }
    }
    if let window = asked.held(asked.dash?.window) {
      for side in verification.sides {
        guard let found = side.presentation.window, found.value != window.value else { continue }
        report.flag(
          found.place, "the manifest holds \(found.value.text); \(path: .dashWindow) is set to \(window.value.text)", notes: [MessageNote("asked for here", at: window.place.span)],
          help: "set the window of the packager (FFmpeg: `-window_size`; Shaka Packager: `--time_shift_buffer_depth`)")
      }
    }
  }
}
