import Rung
import RungProviders
import RungSource
import Testing

/// What holds between streams, file after file.
@Suite struct FleetTests {
  private func spec(_ name: String, identity: String = "camera", more: String = "") -> String {
    "rung: 1\nname: \(name)\n\(more)targets: {livekit: {room: stage, participant: {identity: \(identity)}}}\n"
  }

  private func found(_ analysis: Analysis) -> [Diagnostic] { analysis.diagnostics.filter { $0.id.rawValue.hasSuffix("/taken-twice") } }

  private func text(_ span: SourceSpan?, _ analysis: Analysis) -> String {
    guard let span else { return "nowhere" }
    let file = analysis.sources[span.file]
    return "\(file.name): \(file.text(span))"
  }

  @Test("the second of two files is told, with a note that points into the first")
  func acrossFiles() throws {
    var fleet = Fleet()
    #expect(found(check(SourceInput(name: "a.yaml", text: "# 📺\n" + spec("Camera A")), in: &fleet)).isEmpty)
    #expect(found(check(SourceInput(name: "b.yaml", text: spec("Camera B", identity: "other")), in: &fleet)).isEmpty)
    let analysis = compile(SourceInput(name: "c.yaml", text: spec("Camera C")), in: &fleet)
    let hit = try #require(found(analysis).first)
    #expect(found(analysis).count == 1)
    #expect(hit.id == "livekit/taken-twice")
    #expect(hit.provider == "livekit")
    #expect(hit.severity == .error)
    #expect(text(hit.span, analysis) == "c.yaml: camera")
    #expect(hit.message.contains("`Camera A`"))
    #expect(text(hit.notes.first?.span, analysis) == "a.yaml: camera")
    #expect(analysis.rendered(as: .text).contains("(a.yaml:4:58)"), "\(analysis.rendered(as: .text))")
    // Without a fleet each file is alone.
    #expect(found(check(SourceInput(name: "c.yaml", text: spec("Camera C")))).isEmpty)
  }

  @Test("a file that comes again takes its own place")
  func again() {
    var fleet = Fleet()
    for _ in 0..<2 {
      #expect(found(check(SourceInput(name: "a.yaml", text: spec("Camera A")), in: &fleet)).isEmpty)
    }
    #expect(found(check(SourceInput(name: "a.yaml", text: spec("Camera A", identity: "other")), in: &fleet)).isEmpty)
    #expect(found(check(SourceInput(name: "b.yaml", text: spec("Camera B")), in: &fleet)).isEmpty)
    #expect(found(check(SourceInput(name: "c.yaml", text: spec("Camera C")), in: &fleet)).count == 1)
  }

  @Test("streams that extend one base are told by their own words; the base itself is no stream beside them")
  func bases() throws {
    let base = spec("Base")
    let loader = Loader.memory(["base.yaml": base])
    func child(_ name: String) -> SourceInput { SourceInput(name: "\(name).yaml", text: "extends: base.yaml\nname: \(name)\n") }
    for order in [["base", "a", "b"], ["a", "base", "b"], ["a", "b", "base"]] {
      var fleet = Fleet()
      var hits: [String] = []
      for name in order {
        let input = name == "base" ? SourceInput(name: "base.yaml", text: base) : child(name)
        let analysis = check(input, loader: loader, in: &fleet)
        for hit in found(analysis) {
          hits.append(text(hit.span, analysis))
          #expect(hit.notes.map { text($0.span, analysis) }.prefix(2) == ["a.yaml: a", "base.yaml: camera"], "\(order)")
        }
      }
      #expect(hits == ["b.yaml: b"], "\(order)")
    }
  }

  @Test("the default keyframe interval is told of once a run, whichever way the files come")
  func usualKeyframes() {
    func spec(_ name: String) -> SourceInput {
      SourceInput(name: "\(name).yaml", text: "rung: 1\nname: \(name)\ntargets: [ffmpeg]\nladder: {renditions: [{name: x, codec: h264, resolution: 1280x720, fps: 25, bitrate: 2M}]}\npackaging: {hls: {}}\n")
    }
    func count(_ analyses: [Analysis]) -> Int { analyses.flatMap(\.diagnostics).filter { $0.id.rawValue.hasSuffix("/keyframe-interval-not-set") }.count }
    var one = Fleet()
    #expect(count(["a", "b", "c"].map { check(spec($0), in: &one) }) == 1)
    var many = Fleet()
    #expect(count(check(["a", "b", "c"].map { (spec($0), .none) }, in: &many)) == 1)
    #expect(count([check(spec("a")), check(spec("b"))]) == 2)
  }

  @Test("what cannot be compared is not")
  func quiet() {
    var fleet = Fleet()
    for (index, target) in [
      "{livekit: {room: stage}}", "{livekit: {participant: {identity: camera}}}", "{livekit: {room: [stage], participant: {identity: camera}}}",
      "{livekit: {host: \"https://a.livekit.cloud\", room: stage, participant: {identity: camera}}}",
      "{livekit: {room: stage, participant: {identity: camera}}}", "[livekit]", "{livekit: {room: stage, participant: {identity: Camera}}}",
    ].enumerated() {
      let input = SourceInput(name: "\(index).yaml", text: "rung: 1\nname: n\(index)\ntargets: \(target)\n")
      #expect(found(check(input, in: &fleet)).isEmpty, "\(target)")
    }
  }
}
