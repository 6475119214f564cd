import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

/// What Qencode's documents say of the order of requests, and of what each of them takes.
@Suite struct QencodePlanTests {
  static let everything = """
    rung: 1
    name: news
    targets:
      qencode: {create_domain: true, playback_ids: [authenticated, authenticated]}
    ingest: {protocols: [srt, rtmp, rtmps, whip]}
    recording:
      destinations: [{url: "s3://s3.example.com/archive/news", key: "${env:S3_KEY}", secret: "${env:S3_SECRET}"}]
    playback: {policy: authenticated, domain: live.example.com}
    simulcast:
      - {url: "rtmp://a.rtmp.example.com/live2", key: "${env:FIRST_KEY}"}
      - {url: "rtmp://a.rtmp.example.com/live2", key: "${env:SECOND_KEY}"}
    webhook: https://hooks.example.com/rung
    idle_timeout: 2h
    """

  static let plain = "rung: 1\nname: news\ntargets: [qencode]\n"
  static let existing = "rung: 1\nname: news\ntargets: {qencode: {stream_id: abc, playback_ids: [authenticated]}}\n"
  static let withoutHints = "rung: 1\nname: news\ntargets: {qencode: {input_format: srt}}\n"

  private static func plan(_ text: String) throws -> RequestPlan {
    try #require(compile(SourceInput(name: "spec.yaml", text: text)).streams.first?.plans.first)
  }

  @Test("every name is bound before it is used", arguments: [everything, plain, existing, withoutHints])
  func sound(_ text: String) throws {
    #expect(try Self.plan(text).faults == [])
  }

  @Test("what creating does not take is set before the start, and the URLs are read after it")
  func order() throws {
    let steps = try Self.plan(Self.everything).steps.map(\.id)
    #expect(
      steps == [
        "token", "domain", "create", "update", "playback-id-1", "playback-id-2", "delete-public-id", "simulcast-1", "simulcast-2", "start",
        "ingest",
      ])
    #expect(try Self.plan(Self.plain).steps.map(\.id) == ["token", "create", "start", "ingest"])
    #expect(try Self.plan(Self.existing).steps.map(\.id) == ["token", "read", "update", "playback-id", "delete-public-id", "start", "ingest"])
  }

  @Test("a stream is stopped before it is deleted", arguments: [everything, plain, existing, withoutHints])
  func teardown(_ text: String) throws {
    let teardown = try Self.plan(text).teardown
    #expect(teardown.map(\.id) == ["token-to-stop", "stop", "delete"])
    #expect(teardown[1].wait?.until.contains("stopped") == true)
  }

  @Test("no URL of the encoder's is put together, whatever it pushes")
  func ingestURLs() throws {
    let ingest = try #require(try Self.plan(Self.everything).steps.last)
    #expect(ingest.reads.map(\.pointer).filter { $0.hasPrefix("/stream/server_urls/") }.count == 4)
    for handover in ingest.handovers where handover.receiver == .encoder {
      #expect(handover.value.template.hasPrefix("{") && handover.value.template.hasSuffix("}"), "\(handover.title): \(handover.value.template)")
    }
  }

  @Test("the wait for the encoder is no shorter than Qencode's own")
  func patience() throws {
    #expect(try Self.plan(Self.everything).steps.last?.wait?.timeout ?? 0 > 7200)
  }

  @Test("the facts name the fields that the bodies have")
  func fields() {
    #expect(Set(Qencode.fields(of: "create")) == Set(QencodeCreate.shape.keys))
    #expect(Set(Qencode.fields(of: "update")) == Set(QencodeUpdate.shape.keys))
    #expect(Qencode.streamTimeout.value?.upperBound == Seconds(7200))
    #expect(Qencode.fileDuration.value?.upperBound == Seconds(21600))
    let listed = Qencode.facts(for: ()).lines.map { "\($0.name): \($0.value)" }
    #expect(listed.contains("frame rate maximum: 30 fps"), "\(listed)")
    #expect(listed.contains("idle timeout: 1s to 2h"), "\(listed)")
    #expect(listed.contains("recorded file duration: 1s to 6h"), "\(listed)")
  }
}
