internal import RungSource

/// Container overhead on top of video and audio, in bits per second: an estimate, computed exactly.
///
/// MPEG transport stream (ISO/IEC 13818-1): packets of 188 bytes carry 184. Each frame is a PES packet of its own: 19 bytes
/// of header, an access unit delimiter of 6, 8 more for the clock; the last packet of each is half empty on average. Audio
/// is AAC frames with 7 bytes of ADTS, grouped to about 2930 bytes. A pair of tables is sent every two seconds, as FFmpeg
/// does in HLS; a writer that sends them ten times a second takes 30 kbps more.
///
/// Fragmented MP4 (ISO/IEC 14496-12): boxes of about 140 bytes for each track of a segment, 8 bytes for a frame of video
/// (size and flags), 4 for one of audio.
package struct ContainerOverhead: Sendable {
  private let format: SegmentFormat
  private let segment: Seconds

  package init(_ format: SegmentFormat, segment: Seconds) { (self.format, self.segment) = (format, segment) }

  /// The whole rate, container included, rounded up. Nil above 64 bits.
  ///
  /// - Parameters:
  ///   - video: video bits in a second; nil without video.
  ///   - audio: audio bits in a second; nil without audio.
  package func total(video: Bitrate?, fps: FrameRate?, audio: Bitrate?, sound: AudioSettings?) -> Bitrate? {
    var sum: Rational? = .zero
    func add(_ part: Rational?) { sum = part.flatMap { sum?.plus($0) } }
    if let video {
      // Where no rate is set, the usual one.
      let frames = fps?.value ?? Rational(25)
      add(format == .mpegts ? packets(video, units: frames, extra: 33) : boxes(video, samples: frames, each: 8))
    }
    if let audio {
      let frames = Self.frames(of: sound)
      switch format {
      case .fmp4: add(boxes(audio, samples: frames, each: 4))
      case .mpegts:
        add(Rational(audio.bitsPerSecond, 1).flatMap { bits in
          // Each frame has its header; as many frames as fit form one PES packet.
          guard let headers = frames.times(Rational(56)), let all = bits.plus(headers), let units = all.divided(by: Rational(2930 * 8)),
            let rate = all.whole ?? all.roundedUp
          else { return nil }
          return packets(Bitrate(bitsPerSecond: Int64(rate)), units: Swift.max(units, Rational(3)), extra: 14)
        })
      }
    }
    if format == .mpegts { add(Rational(188 * 8)) }
    return sum?.roundedUp.map { Bitrate(bitsPerSecond: Int64($0)) }
  }

  /// - Parameters:
  ///   - units: PES packets in a second.
  ///   - extra: bytes of headers for each.
  private func packets(_ payload: Bitrate, units: Rational, extra: Int) -> Rational? {
    // (bits + units × extra × 8) × 188 / 184, and half a packet for each unit.
    guard let bits = Rational(payload.bitsPerSecond, 1), let headers = units.times(Rational(extra * 8)), let all = bits.plus(headers),
      let framing = Rational(188, 184), let framed = all.times(framing), let halves = units.times(Rational(188 * 4))
    else { return nil }
    return framed.plus(halves)
  }

  private func boxes(_ payload: Bitrate, samples: Rational, each bytes: Int) -> Rational? {
    guard let bits = Rational(payload.bitsPerSecond, 1), let table = samples.times(Rational(bytes * 8)),
      let fragments = Rational(140 * 8).divided(by: segment.value), let more = table.plus(fragments)
    else { return nil }
    return bits.plus(more)
  }

  /// Audio frames in a second.
  private static func frames(of sound: AudioSettings?) -> Rational {
    let samples =
      switch sound?.codec?.value {
      case .heAAC: 2048
      case .mp3: 1152
      case .ac3, .eac3: 1536
      case .opus: 960
      case .aac, nil: 1024
      }
    return Rational(Int64(sound?.sampleRate?.value.hertz ?? 48000), Int64(samples)) ?? Rational(47)
  }
}
