internal import RungSource
package import RungSpec

/// A stream as viewers get it, with the rates of the segments that were delivered in place of those that were predicted.
package struct MeasuredStream: Sendable {
  /// Its variants have the addresses of their media playlists.
  package let stream: PreviewedStream
  /// Whether a playlist goes on: its peak is that of the segments that it lists.
  package let isLive: Bool
}

extension Verification {
  /// The rates of every rendition, or why they cannot be measured: a line for each rendition.
  ///
  /// - Parameter address: of a media playlist from the multivariant one, by the name of its file; nil where it has none.
  package func measured(address: (_ file: String) -> String?) -> (stream: MeasuredStream?, obstacles: [String]) {
    guard let asked else { return (nil, []) }
    var stream = asked.preview
    var obstacles: [String] = []
    var isLive = false
    for rendition in asked.renditions where rendition.index < stream.variants.count {
      let name = rendition.whole.label
      var shown: [String: DeliveredRendition] = [:]
      for pair in pairs where pair.asked.index == rendition.index {
        if let file = pair.delivered.playlist, pair.delivered.segments != nil { shown[file] = pair.delivered }
      }
      let files = shown.keys.sorted()
      guard let file = files.first, let delivered = shown[file], let segments = delivered.segments else {
        obstacles.append("\(name) has no media playlist in what was delivered")
        continue
      }
      guard files.count == 1 else {
        obstacles.append("\(name) has \(files.count) media playlists: \(files.prefix(4).joined(separator: ", "))")
        continue
      }
      let real = segments.items.filter { !$0.isGap }
      let missing = real.count { $0.bytes == nil }
      if delivered.hasAudioApart {
        obstacles.append("the audio of \(name) has a playlist of its own, and the playlist of a ladder lists none")
      } else if missing > 0 {
        obstacles.append("\(missing) of the \(real.count) segments in \(file) are not there: their sizes are not known")
      } else if let peak = segments.measuredPeak?.rate, let average = segments.measuredAverage, let address = address(file) {
        stream.variants[rendition.index].hlsPeak = peak
        stream.variants[rendition.index].hlsAverage = average
        stream.variants[rendition.index].address = address
        isLive = isLive || segments.isLive
      } else {
        obstacles.append(real.isEmpty ? "\(file) lists no segments" : "\(file) has no place that another playlist can name")
      }
    }
    return (obstacles.isEmpty ? MeasuredStream(stream: stream, isLive: isLive) : nil, obstacles)
  }
}
