import Foundation
import RungProviders
import Testing

/// `rung check --as`.
@Suite struct CheckBodyTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  static let good = """
    {
      "input_type": "URL_INPUT",
      "room_name": "my-room",
      "participant_identity": "my-participant",
      "url": "https://domain.com/video.m3u8"
    }

    """
  static let bad = good.replacingOccurrences(of: "room_name", with: "room_nam")

  @Test("in a directory, a body that cannot be read is named, and other files are counted")
  func broken() throws {
    try tool.write("d/good.json", Self.good)
    try tool.write("d/other.json", "{\"a\": 1}")
    try tool.write("d/broken.json", "{\"a\": 1, \"b\": ")
    let good = try tool.run("check", "--as", "livekit", "d")
    #expect(good.code == 0 && good.err == "1 file, 2 passed over, nothing found\n", "\(good.out)\(good.err)")
    try tool.write("d/cut.json", String(Self.good.prefix(90)))
    try tool.write("d/comma.json", Self.good.replacing("\n}", with: ",\n}"))
    let result = try tool.run("check", "--as", "livekit", "d")
    #expect(result.code == 1 && result.out.contains("d/cut.json:") && result.out.contains("d/comma.json:"), "\(result.out)\(result.err)")
    let imported = try tool.run("import", "--from", "livekit", "d", "--out", "specs")
    #expect(imported.code != 0 && imported.err.contains("d/cut.json"), "\(imported.out)\(imported.err)")
  }

  @Test func oneFile() throws {
    try tool.write("good.json", Self.good)
    try tool.write("bad.json", Self.bad)
    let clean = try tool.run("check", "--as", "livekit", "good.json")
    #expect(clean.code == 0)
    #expect(clean.out == "")
    #expect(clean.err == "1 file, nothing found\n")
    let found = try tool.run("check", "--as", "livekit.create", "bad.json", "good.json")
    #expect(found.code == 1)
    #expect(found.out.hasPrefix("error[livekit/unknown-field]: the create request has no key `room_nam`\n"))
    #expect(found.out.contains(" --> bad.json:3:3\n"))
    #expect(found.out.contains("= help: did you mean `room_name`?\n"))
    #expect(found.err == "2 files, 1 error\n")
  }

  @Test func standardInputAndPrograms() throws {
    let result = try tool.run("check", "--as", "livekit", "--format", "json", "-", input: Self.bad)
    #expect(result.code == 1)
    let report = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    let found = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(found.map { $0["id"] as? String } == ["livekit/unknown-field"])
    #expect(found.first?["provider"] as? String == "livekit")
  }

  @Test("in a directory, what is no body of the provider's is passed over")
  func directories() throws {
    try tool.write("x/a.json", Self.good)
    try tool.write("x/b/c.json", Self.bad)
    try tool.write("x/package.json", "{\"name\": \"x\", \"version\": \"1\", \"scripts\": {}}")
    try tool.write("x/broken.json", "{")
    try tool.write("x/spec.yaml", Spec.good)
    let result = try tool.run("check", "--as", "livekit", "x")
    #expect(result.code == 1)
    #expect(result.err == "2 files, 3 passed over, 1 error\n")
    try FileManager.default.removeItem(atPath: tool.path("x/a.json"))
    try FileManager.default.removeItem(atPath: tool.path("x/b"))
    let none = try tool.run("check", "--as", "livekit", "x")
    #expect(none.code == 3)
    #expect(none.err == "error: no request body of livekit in x: 3 files hold something else\n")
  }

  @Test("files together are one stream")
  func together() throws {
    try tool.write("create.json", Self.good)
    try tool.write("update.json", "{\"ingress_id\": \"IN_1\", \"name\": \"x\"}")
    let result = try tool.run("check", "--as", "livekit", "--together", "create.json", "update.json")
    #expect(result.code == 0)
    #expect(result.err == "2 files, nothing found\n")
    #expect(try tool.run("check", "--together", "create.json").err == "error: --together goes with --as\n")
  }

  @Test(
    "wrong usage says what was meant",
    arguments: [
      ("tenbite", "there is no provider `tenbite`; did you mean `tenbyte`?"),
      ("livekit.crate", "LiveKit has no request `crate`; did you mean `create`?"),
      ("tenbyte.stop", "the request `stop` of Tenbyte has no body; those with one are create"),
      ("", "there is no provider ``; there are \(Providers.ids.joined(separator: ", "))"),
    ])
  func usage(_ name: String, _ says: String) throws {
    let result = try tool.run("check", "--as", name, "a.json")
    #expect(result.code == 2)
    #expect(result.err == "error: \(says)\n")
    #expect(result.out == "")
  }

  @Test func noFileAndTwoProviders() throws {
    #expect(try tool.run("check", "--as", "tenbyte").code == 2)
    let both = try tool.run("check", "--as", "tenbyte", "--for", "mkio", "a.json")
    #expect(both.code == 2)
    #expect(both.err == "error: --as already names the provider; remove --for\n")
  }
}
