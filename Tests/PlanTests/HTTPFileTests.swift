import Rung
import RungOutput
import RungProviders
import RungTestSupport
import Testing

/// What the REST Client of VS Code asks of an `.http` file, as far as a test can tell without it.
@Suite struct HTTPFileTests {
  @Test("every variable is set, every request has a name of its own", arguments: [false, true])
  func variables(_ teardown: Bool) throws {
    for provider in Providers.all {
      for subject in Trial.plans(of: provider.id) {
        let text = try PlanHTTP.text(subject.plan, stream: subject.name, teardown: teardown)
        var names: Set<Substring> = []
        var requests: Set<Substring> = []
        for line in text.split(separator: "\n") {
          for match in line.matches(of: /\{\{\$?(\w+)/) {
            let isKnown = match.1 == "processEnv" || names.contains(match.1) || requests.contains(match.1)
            #expect(isKnown, "\(subject.name): \(line)")
          }
          if let match = line.wholeMatch(of: /@(\w+) =.*/) { names.insert(match.1) }
          if let match = line.wholeMatch(of: /# @name (.*)/) {
            #expect(requests.insert(match.1).inserted, "\(subject.name): two requests are called \(match.1)")
            #expect(match.1.wholeMatch(of: /\w+/) != nil, "\(match.1) is no name")
          }
        }
        #expect(!text.contains("${env:"), "\(subject.name)")
        let steps = teardown ? subject.plan.teardown : subject.plan.steps
        #expect(requests.count == steps.count + steps.filter { $0.wait != nil }.count)
      }
    }
  }

  @Test("references become variables, and braces of the author's stay what they are")
  func bodies() throws {
    let text = #"""
      rung: 1
      name: "{{x}} {{{y}}}"
      targets: {tenbyte: {region: "a${env:REGION}b"}}
      ingest: {mode: push, protocols: [rtmp]}
      ladder:
        defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        renditions: [{name: 720p, resolution: 1280x720, bitrate: 3000k}]
      packaging: {hls: {segment_format: fmp4}}
      """#
    let plan = try #require(compile(SourceInput(name: "spec.yaml", text: text)).streams.first?.plans.first)
    let file = try PlanHTTP.text(plan, stream: "x", teardown: false)
    #expect(file.contains(#""name": "{\u007bx}} {\u007b{y}}}""#), "\(file)")
    #expect(file.contains(#""region": "a{{$processEnv REGION}}b""#))
  }

  @Test("the whole file")
  func whole() throws {
    let subject = try #require(Trial.plans(of: "tenbyte").first { $0.name.contains("tenbyte-pull-backup") })
    #expect(
      try PlanHTTP.text(subject.plan, stream: "A pull", teardown: true) == """
        # A pull for tenbyte: teardown. Send the requests in this order.
        # Written by `rung plan --format http --teardown`, for the REST Client of VS Code.
        # Reads from the environment: TENBYTE_TOKEN.

        @TENBYTE_URL = https://api.tenbyte.io
        # From the answers of the creation requests:
        @stream_id =

        ### 1. Stop the stream
        # 404 is not an error: the stream is already deleted.
        # 409 is not an error: the stream does not run.
        # The stream remains and goes live again when an encoder sends.
        # @name stop
        POST {{TENBYTE_URL}}/v1/livestream/streams/{{stream_id}}/stop
        Authorization: Bearer {{$processEnv TENBYTE_TOKEN}}

        ### 1. Repeat until /data/status is idle or errored
        # @name stop_wait
        GET {{TENBYTE_URL}}/v1/livestream/streams/{{stream_id}}
        Authorization: Bearer {{$processEnv TENBYTE_TOKEN}}

        ### 2. Delete the stream
        # 404 is not an error: the stream is already deleted.
        # Cannot be undone: The stream, its key and its URLs are deleted permanently; recordings are kept.
        # The stream is stopped first, because Tenbyte may reject the deletion of a live stream with 409.
        # @name delete
        DELETE {{TENBYTE_URL}}/v1/livestream/streams/{{stream_id}}
        Authorization: Bearer {{$processEnv TENBYTE_TOKEN}}

        """)
  }
}
