/// The playlist that HLS players load first (RFC 8216, 4.3.4), in the order of the ladder: players start with the first.
package enum MultivariantPlaylist {
  package static func text(_ stream: PreviewedStream) -> String {
    var lines = ["#EXTM3U", "#EXT-X-VERSION:\(stream.hls.format == "fmp4" ? 7 : 6)", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for variant in stream.variants {
      guard let bandwidth = variant.hlsBandwidth else {
        lines.append("# \(variant.id): a bitrate is not set, and a variant needs a BANDWIDTH")
        continue
      }
      if variant.hlsPeak == nil, variant.hasVideo {
        lines.append("# \(variant.id): its segments have no upper bound; BANDWIDTH is an estimate, 1.5 times its average")
      }
      var attributes = ["BANDWIDTH=\(bandwidth.bitsPerSecond)"]
      if let average = variant.hlsAverage { attributes.append("AVERAGE-BANDWIDTH=\(average.bitsPerSecond)") }
      if let codecs = variant.codecs { attributes.append("CODECS=\"\(codecs)\"") }
      if let size = variant.resolution { attributes.append("RESOLUTION=\(size.text)") }
      if let fps = variant.fps { attributes.append("FRAME-RATE=\(threeDecimals(fps.value))") }
      // draft-pantos-hls-rfc8216bis, 4.4.6.2: without it players take the video for SDR.
      if let range = variant.videoRange { attributes.append("VIDEO-RANGE=\(range)") }
      lines.append("#EXT-X-STREAM-INF:" + attributes.joined(separator: ","))
      lines.append(variant.address)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// RFC 8216, 4.3.4.2: rounded to three decimal places.
  private static func threeDecimals(_ rate: Rational) -> String {
    guard let thousandths = rate.times(Rational(1000))?.rounded else { return rate.text }
    return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
  }
}
