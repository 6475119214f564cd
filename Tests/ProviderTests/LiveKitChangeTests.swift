import RungProviders
import RungSource
import RungSpec
import Testing

/// From one ingress to another: what an update can say, in how many requests, and what it cannot.
@Suite struct LiveKitChangeTests {
  private static let here = SourcePlace(SourceSpan(file: FileID(index: 0), lower: 0, upper: 0))

  private static func at<Value>(_ value: Value) -> Located<Value> { Located(value, at: here) }

  private static func ingress(_ input: LiveKitInput, _ change: (inout LiveKitCreate) -> Void = { _ in }) -> LiveKitCreate {
    var body = LiveKitCreate()
    body.inputType = at(input)
    body.name = at("stage")
    body.roomName = at("main")
    body.participantIdentity = at("encoder-1")
    change(&body)
    return body
  }

  private static func video(_ preset: LiveKitVideoPreset) -> Located<LiveKitVideo> {
    var video = LiveKitVideo()
    video.preset = at(preset)
    return at(video)
  }

  /// The bodies, one line each; or why there are none.
  private static func outcome(_ old: LiveKitCreate, _ new: LiveKitCreate) -> [String] {
    switch LiveKitUpdateChoice(from: old, to: new, near: here) {
    case .nothing: return []
    case .anew(let reasons): return reasons
    case .updates(let updates):
      return updates.map { update in
        var leaves: [String] = []
        LiveKitUpdate.shape.write(update, at: here).forEachLeaf { path, leaf in leaves.append("\(path)=\(leaf.scalar?.text ?? "{}")") }
        return leaves.joined(separator: " ")
      }
    }
  }

  @Test("what is the same needs no request, said or by default")
  func same() {
    #expect(Self.outcome(Self.ingress(.rtmp), Self.ingress(.rtmp) { $0.enabled = Self.at(true); $0.enableTranscoding = Self.at(true) }) == [])
    #expect(Self.outcome(Self.ingress(.whip), Self.ingress(.whip) { $0.enableTranscoding = Self.at(false) }) == [])
  }

  @Test("only what differs is sent")
  func difference() {
    #expect(Self.outcome(Self.ingress(.rtmp), Self.ingress(.rtmp) { $0.roomName = Self.at("side") }) == ["room_name=side"])
    #expect(Self.outcome(Self.ingress(.rtmp) { $0.enabled = Self.at(false) }, Self.ingress(.rtmp)) == ["enabled=true"])
    #expect(
      Self.outcome(Self.ingress(.rtmp) { $0.video = Self.video(.p720x3) }, Self.ingress(.rtmp) { $0.video = Self.video(.p1080x3) })
        == ["video.preset=H264_1080P_30FPS_3_LAYERS"])
    #expect(Self.outcome(Self.ingress(.rtmp) { $0.video = Self.video(.p720x3) }, Self.ingress(.rtmp)) == ["video={}"])
  }

  @Test("transcoding first, encodings after it")
  func twoSteps() {
    let encoded = Self.ingress(.whip) {
      $0.enableTranscoding = Self.at(true)
      $0.video = Self.video(.p720x3)
    }
    #expect(Self.outcome(Self.ingress(.whip), encoded) == ["enable_transcoding=true", "video.preset=H264_720P_30FPS_3_LAYERS"])
    #expect(Self.outcome(Self.ingress(.whip), Self.ingress(.whip) { $0.enableTranscoding = Self.at(true) }) == ["enable_transcoding=true"])
    // The way back lets go of the encodings in the same request.
    #expect(Self.outcome(encoded, Self.ingress(.whip)) == ["enable_transcoding=false video={}"])
  }

  @Test("what an update has no word for asks for another ingress")
  func anew() {
    #expect(Self.outcome(Self.ingress(.rtmp), Self.ingress(.whip)) == ["`input_type` is fixed once created"])
    let pulled = Self.ingress(.url) { $0.url = Self.at("https://a.example.com/x.m3u8") }
    #expect(Self.outcome(pulled, Self.ingress(.url) { $0.url = Self.at("https://b.example.com/x.m3u8") }) == ["`url` is fixed once created"])
    var renamed = pulled
    renamed.name = Self.at("other")
    #expect(Self.outcome(pulled, renamed) == ["an ingress that pulls cannot be changed"])
    #expect(
      Self.outcome(Self.ingress(.rtmp) { $0.participantName = Self.at("Main camera") }, Self.ingress(.rtmp))
        == ["`participant_name` cannot be emptied"])
  }
}
