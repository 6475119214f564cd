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
    #expect(same.code == 0 && same.out == "News for LiveKit: nothing differs\n" && same.err == "", "\(same.out)\(same.err)")
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
    #expect(try tool.run("diff", "old.yaml", "bad.yaml").code == 1)
    // What there is may have faults: it is there.
    let mended = try tool.run("diff", "bad.yaml", "old.yaml")
    #expect(mended.code == 0 && mended.err.contains("the old version has errors"), "\(mended.err)")
    #expect(try tool.run("diff", "broken.json", "old.yaml", "--exit-code").code == 1)
    #expect(try tool.run("diff", "old.yaml", "broken.json", "--exit-code").code == 1)
    let other = try tool.run("diff", "other.json", "old.yaml")
    #expect(other.code == 2 && other.err.contains("--old-as"), "\(other.err)")
    #expect(try tool.run("diff", "old.yaml", "missing.yaml").code == 3)
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
