import Rung
import RungProviders
import RungSource
import Testing

/// The shipped ladders of LiveKit's are its presets: each goes out as the one that it is named for.
@Suite struct LiveKitPresetTests {
  private static func bodies(_ preset: String) -> (text: String, errors: [String]) {
    let text = """
      rung: 1
      name: news
      targets:
        livekit: {room: news, participant: {identity: encoder-1}}
      ingest: {protocols: [rtmp]}
      ladder: {preset: \(preset)}
      """
    let analysis = compile(SourceInput(name: "spec.yaml", text: text))
    let leaves = analysis.streams.flatMap(\.plans).flatMap(\.steps).compactMap(\.node).flatMap { body -> [String] in
      var leaves: [String] = []
      body.forEachLeaf { path, leaf in if path.hasSuffix(".preset") || path.contains("options") { leaves.append("\(path) \(leaf.scalar?.text ?? "")") } }
      return leaves
    }
    return (leaves.joined(separator: "\n"), analysis.diagnostics.filter { $0.severity > .note }.map(\.message))
  }

  @Test("video", arguments: LiveKitVideoPreset.allCases.map(\.rawValue))
  func video(_ preset: String) {
    let name = "livekit-" + preset.dropFirst("H264_".count).lowercased().replacing("_", with: "-")
    let (text, errors) = Self.bodies(name)
    #expect(text == "video.preset \(preset)")
    #expect(errors == [])
  }

  @Test("audio", arguments: [("livekit-opus-stereo-96k", LiveKitAudioPreset.stereo), ("livekit-opus-mono-64k", .mono)])
  func audio(_ name: String, _ preset: LiveKitAudioPreset) {
    let (text, errors) = Self.bodies(name)
    #expect(text == "audio.preset \(preset.rawValue)")
    #expect(errors == [])
  }
}
