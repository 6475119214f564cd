internal import RungSource
internal import RungSpec

/// What an `AdaptationSet` may say for its representations (ISO/IEC 23009-1, section 5.3.7).
struct CommonAttributes {
  var mimeType: Located<String>?
  var codecs: Located<[String]>?
  var width: Located<Int>?
  var height: Located<Int>?
  var frameRate: Located<FrameRate>?
  var scanType: Located<String>?
  var sar: Located<Rational>?
  var audioSamplingRate: Located<SampleRate>?
  var channels: Located<Int>?
  var trickPlay: Located<String>?
}
