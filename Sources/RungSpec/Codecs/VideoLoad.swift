/// What a stream requires of a decoder, as far as it is known.
package struct VideoLoad: Sendable, Hashable {
  package var resolution: Resolution
  package var fps: FrameRate?
  package var profile: VideoProfile?
  /// The highest bitrate: the maximum where one is set, else the target.
  package var bitrate: Bitrate?
  package var buffer: BufferSize?
  package var refFrames: Int
  package var bframes: Int
  /// Only keyframes: no frame is kept as a reference.
  package var isIntraOnly: Bool
  /// HEVC: pictures are coded in blocks of at least eight samples (MinCbSizeY) and cropped when shown.
  package var codingUnit = 8

  package init(
    _ resolution: Resolution, fps: FrameRate?, profile: VideoProfile?, bitrate: Bitrate?, buffer: BufferSize?, refFrames: Int,
    bframes: Int, isIntraOnly: Bool = false
  ) {
    self.resolution = resolution
    self.fps = fps
    self.profile = profile
    self.bitrate = bitrate
    self.buffer = buffer
    self.refFrames = refFrames
    // Baseline has none, and encoders omit them without a warning.
    self.bframes = profile == .baseline ? 0 : bframes
    self.isIntraOnly = isIntraOnly
  }

  /// Pictures that wait while a later one is decoded: two where B-frames are built on B-frames, as encoders do from two on.
  var reordered: Int { Swift.min(bframes, 2) }

  var inProfile: String { profile.map { " in the \($0.rawValue) profile" } ?? "" }
}

extension VideoLoad {
  /// Decoded pictures that the stream has kept; nil for a codec whose number is fixed.
  package func pictures(in codec: VideoCodec) -> Int? {
    switch codec {
    case .h264: H264Level.pictures(of: self)
    case .h265: HEVCLevel.pictures(of: self)
    case .av1, .vp8, .vp9: nil
    }
  }
}
