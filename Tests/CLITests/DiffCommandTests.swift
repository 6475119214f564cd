import RungTestSupport
import Testing

/// `rung diff` as a pipeline meets it: exit codes, standard input, formats.
@Suite struct DiffCommandTests {
  private static let spec = """
    rung: 1
    name: News
    targets: {livekit: {host: "https://acme.livekit.cloud", room: main, participant: {identity: encoder-1}}}
    ingest: {protocols: [rtmp]}

    """
  private static let answer = """
    {"ingress_id": "IN_abc", "name": "News", "stream_key": "sk-9f8e7d", "url": "rtmps://acme.rtmp.livekit.cloud/x", "input_type": "RTMP_INPUT",
     "bypass_transcoding": false, "enable_transcoding": null, "room_name": "main", "participant_identity": "encoder-1", "participant_name": "",
     "participant_metadata": "", "reusable": true, "state": {"status": "ENDPOINT_INACTIVE"}, "audio": {"name": "", "source": "UNKNOWN"},
     "video": {"name": "", "source": "UNKNOWN"}, "enabled": null}
    """

  private static func tool() throws -> Tool {
    let tool = try Tool()
    try tool.write("old.yaml", spec)
    try tool.write("new.yaml", spec.replacing("room: main", with: "room: side"))
    try tool.write("answer.json", answer)
    return tool
  }

  @Test("differences end with 1 when that is asked for, and what is there is compared with what is in git")
  func exitCodes() throws {
    let tool = try Self.tool()
    #expect(try tool.run("diff", "old.yaml", "new.yaml").code == 0)
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--exit-code").code == 1)
    let same = try tool.run("diff", "answer.json", "old.yaml", "--exit-code")
    #expect(same.code == 0 && same.out == "News for LiveKit: no differences\n" && same.err == "", "\(same.out)\(same.err)")
    let drifted = try tool.run("diff", "-", "new.yaml", "--for", "livekit", "--exit-code", input: Self.answer)
    #expect(drifted.code == 1 && drifted.out.contains("room_name: \"main\" → \"side\""), "\(drifted.out)\(drifted.err)")
    #expect(!drifted.out.contains("sk-9f8e7d"))
  }

  @Test("a side with faults is told of, and never passes for the same")
  func faults() throws {
    let tool = try Self.tool()
    try tool.write("bad.yaml", Self.spec.replacing("room: main", with: "rom: main"))
    try tool.write("broken.json", "{\"a\": ")
    try tool.write("other.json", "{\"a\": 1}")
    #expect(try tool.run("diff", "old.yaml", "missing.yaml").code == 3)
    // A pull request that corrects a spec is to be seen; what is there is not known well enough to plan from it.
    for (sides, side) in [(["bad.yaml", "old.yaml"], "old"), (["old.yaml", "bad.yaml"], "new")] {
      let shown = try tool.run(list: ["diff"] + sides)
      #expect(shown.code == 1 && shown.out.contains("room_name") && shown.err.contains("the \(side) version has errors"), "\(shown.out)\(shown.err)")
      for format in ["text", "json", "curl", "http"] {
        let planned = try tool.run(list: ["diff"] + sides + ["--plan", "--format", format])
        #expect(planned.code == 1 && planned.out == "" && planned.err.contains("no request is planned"), "\(planned.out)\(planned.err)")
      }
    }
  }

  /// What scripts save in the place of an answer, with the start of what is said of it.
  private static let strangers = [
    ("<html>502</html>", "diff/side-not-understood"), ("[]", "diff/side-not-understood"), ("null", "diff/side-not-understood"),
    ("any text", "diff/side-not-understood"), ("{}", "diff/side-not-understood"), ("[1, 2]", "diff/side-not-understood"),
    ("{\"data\": null}", "diff/side-not-understood"), ("{\"a\": 1}", "diff/side-not-understood"), ("{\"data\": {\"a\": 1}}", "diff/side-not-understood"),
    ("rung: [", "yaml/syntax"), ("{\"a\": ", "json/syntax"), ("", "source/empty"), ("---\n", "source/empty"),
    ("{\"success\": false, \"code\": \"UNAUTHENTICATED\", \"message\": \"Token expired.\", \"errors\": []}", "tenbyte/refused-request"),
  ]

  @Test("what is no version of a stream plans nothing, on either side, in any format", arguments: Depth.some(strangers, quick: 1))
  func stranger(_ text: String, _ id: String) throws {
    let tool = try Tool()
    try tool.write(
      "news.yaml",
      """
      rung: 1
      name: News
      targets: {tenbyte: {region: sg-edge-04}}
      ingest: {protocols: [rtmp]}
      ladder: {preset: tenbyte-balanced}
      packaging: {hls: {segment_format: mpegts}}

      """)
    #expect(try tool.run("diff", "news.yaml", "news.yaml", "--exit-code").code == 0)
    for sides in [["-", "news.yaml"], ["news.yaml", "-"]] {
      for more in [[], ["--exit-code"], ["--format", "json"], ["--plan"], ["--plan", "--format", "curl"], ["--plan", "--format", "http"], ["--plan", "--format", "json"]] {
        let run = try tool.run(list: ["diff"] + sides + ["--for", "tenbyte"] + more, input: text)
        #expect(run.code == 3 && run.out == "", "\(more): \(run.code) \(run.out)")
        #expect(run.err.split(separator: "\n").filter { $0.hasPrefix("error[") }.map { $0.hasPrefix("error[\(id)]") } == [true], "\(run.err)")
      }
    }
  }

  @Test("formats, and what they do not go with")
  func formats() throws {
    let tool = try Self.tool()
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--format", "json").out.contains("\"differs\": true"))
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--format", "markdown").out.contains("| ingress | `~ room_name"))
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--format", "curl").code == 2)
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--plan", "--format", "markdown").code == 2)
    #expect(try tool.run("diff", "-", "-").code == 2)
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--stream", "Other").code == 2)
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--plan", "--format", "curl").out.hasPrefix("#!/bin/sh\n"))
    #expect(try tool.run("diff", "old.yaml", "new.yaml", "--plan", "--format", "json").out.contains("\"update\": true"))
    let nothing = try tool.run("diff", "old.yaml", "old.yaml", "--plan")
    #expect(nothing.code == 0 && nothing.out == "" && nothing.err == "nothing differs: there is nothing to send\n", "\(nothing.err)")
  }
}
