package import RungSource
package import RungSpec

/// One rendition that was asked for. Values that the target never got are absent.
package struct AskedRendition: Sendable {
  package let index: Int
  /// Where it is written.
  package let place: SourcePlace
  package let variant: PreviewedVariant?
  let whole: Rendition
  private let isLost: @Sendable (SourcePlace) -> Bool

  init(_ rendition: Located<Rendition>, index: Int, variant: PreviewedVariant?, isLost: @escaping @Sendable (SourcePlace) -> Bool) {
    (self.index, self.variant, whole, self.isLost) = (index, variant, rendition.value, isLost)
    place = rendition.value.name?.place ?? rendition.value.resolution?.place ?? rendition.place
  }

  package var name: String? { whole.name?.value }

  /// "rendition `720p`".
  var reference: Message { whole.reference }

  func held<Value>(_ value: Located<Value>?) -> Located<Value>? { value.flatMap { isLost($0.place) ? nil : $0 } }

  var size: Located<Resolution>? { held(whole.resolution) }
  var fps: Located<FrameRate>? { held(whole.fps) }
  var codec: Located<VideoCodec>? { held(whole.codec) }
  var profile: Located<VideoProfile>? { held(whole.profile) }
  var level: Located<String>? { held(whole.level) }
  var gop: Located<Int>? { held(whole.gop) }
  var keyframeInterval: Located<Seconds>? { held(whole.keyframeInterval) }
  var bitrate: Located<Bitrate>? { held(whole.bitrate) }
  var bframes: Located<Int>? { held(whole.bframes) }
  var referenceFrames: Located<Int>? { held(whole.refFrames) }
  /// Of a stream that is passed on as the encoder sends it.
  var interlaced: Located<Bool>? { held(whole.interlaced) }
  var sampleAspectRatio: Located<SampleAspectRatio>? { held(whole.sampleAspectRatio) }
  var transfer: Located<VideoTransfer>? { held(whole.transfer) }
  var primaries: Located<ColorPrimaries>? { held(whole.primaries) }
  /// As far as the target takes what it depends on.
  var encodedBitDepth: Int {
    var taken = whole
    (taken.bitDepth, taken.profile, taken.transfer) = (bitDepth, profile, transfer)
    return taken.encodedBitDepth
  }
  var bitDepth: Located<Int>? { held(whole.bitDepth) }
  var audio: Located<AudioSettings>? { whole.audio }

  /// What the encoder may put into some seconds of video: maximum × time + buffer. Nil without a maximum.
  func most(over time: Seconds) -> Located<Bitrate>? {
    guard whole.enforcesMaximum, let ceiling = held(EncodedRate(whole).ceiling), let most = whole.mostBits(over: time) else { return nil }
    return Located(most, at: ceiling.place)
  }

  /// Words by which a playlist or a file may know it.
  package var names: Set<String> {
    var names: Set<String> = []
    if let variant { names.insert(variant.id.lowercased()) }
    if let name = whole.name?.value { names.insert(name.lowercased()) }
    if let size = whole.resolution?.value { names.insert(size.text) }
    return names
  }
}
