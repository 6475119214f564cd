import Foundation
import RungTestSupport
import Testing

/// Directories and patterns where one spec was taken: `compile`, `plan`, `matrix`, `report`, `diff`, `import`.
@Suite struct FleetCommandTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    _ = try tool.shell("mkdir .git")
  }

  private static let base = """
    base: true
    targets: {tenbyte: {region: sg-edge-04}}
    ingest: {protocols: [rtmp]}
    ladder: {preset: tenbyte-balanced}
    packaging: {hls: {segment_format: mpegts}}

    """

  private static func spec(_ name: String, base: String = "base.yaml", _ more: String = "") -> String {
    "rung: 1\nname: \(name)\nextends: \(base)\n\(more)"
  }

  /// A base, three specs, a file of something else.
  private func fleet(_ folder: String) throws {
    try tool.write("\(folder)/base.yaml", Self.base)
    try tool.write("\(folder)/news.yaml", Self.spec("News"))
    try tool.write("\(folder)/sports.yaml", Self.spec("Sports"))
    try tool.write("\(folder)/eu/news.yaml", Self.spec("Europe", base: "../base.yaml"))
    try tool.write("\(folder)/package.json", "{\"name\": \"web\"}")
  }

  private func names(_ json: String) throws -> [String?] {
    let list = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]], "\(json.prefix(200))")
    return list.map { $0["name"] as? String }
  }

  @Test("several files are as several documents: a list, in the order of the paths, without bases")
  func compile() throws {
    try fleet("channels")
    let whole = try tool.run("compile", "channels")
    #expect(whole.code == 0 && whole.err == "4 files, 1 passed over, nothing found\n", "\(whole.err)")
    #expect(try names(whole.out) == ["Europe", "News", "Sports"])
    for arguments in [["channels/**/*.yaml"], ["channels/eu", "channels/base.yaml", "channels/news.yaml", "channels/sports.yaml"]] {
      #expect(try tool.run(list: ["compile"] + arguments).out == whole.out, "\(arguments)")
    }
    // One is what it always was.
    let one = try tool.run("compile", "channels/news.yaml")
    #expect(one.out.hasPrefix("{\n  \"name\": \"News\"") && one.err == "")
    #expect(try tool.run("compile", "channels/eu").out.hasPrefix("{"))
    let files = try tool.run("compile", "channels", "--out", "build")
    #expect(files.out == "build/europe.tenbyte.create.json\nbuild/news.tenbyte.create.json\nbuild/sports.tenbyte.create.json\n")
    #expect(try tool.names("build").count == 3)
    #expect(try tool.run("plan", "channels").out.contains("\nSports for tenbyte: "))
  }

  @Test("streams of two files that would give one file are an error that names both, and nothing is written")
  func collisions() throws {
    try fleet("channels")
    try tool.write("channels/eu/again.yaml", Self.spec("NEWS", base: "../base.yaml"))
    let result = try tool.run("compile", "channels", "--out", "build")
    #expect(result.code == 3 && result.out == "")
    #expect(
      result.err.contains("build/news.tenbyte.create.json would be of two streams: channels/eu/again.yaml:2:7 and channels/news.yaml:2:7; nothing was written"), "\(result.err)")
    #expect(try !tool.names().contains("build"))
    // To print them is no harm; a script is for one.
    #expect(try tool.run("compile", "channels").code == 0)
    try tool.write("channels/eu/again.yaml", Self.spec("News", base: "../base.yaml"))
    let script = try tool.run("plan", "channels", "--format", "curl", "--stream", "News")
    #expect(script.code == 2 && script.err.contains("2 streams have the name `News`: channels/eu/again.yaml:2:7, channels/news.yaml:2:7; name the file of one"), "\(script.err)")
  }

  @Test("an error in one file keeps everything from being written and hides no other", arguments: ["compile", "plan"])
  func faults(_ command: String) throws {
    try fleet("channels")
    try tool.write("channels/a.yaml", Self.spec("A", "ingezt: 1\n"))
    try tool.write("channels/z.yaml", Self.spec("Z", "ladder: {renditions: [{name: 1080p, bitrate: 3000}]}\n"))
    let result = try tool.run(list: [command, "channels"] + (command == "compile" ? ["--out", "build"] : []))
    #expect(result.code == 1 && result.out == "", "\(result.out)")
    #expect(result.err.contains("channels/a.yaml:4:1") && result.err.contains("channels/z.yaml:4:") && result.err.contains("6 files, 1 passed over, 2 errors"), "\(result.err)")
    #expect(try !tool.names().contains("build"))
    let missing = try tool.run(command, "channels/z.yaml", "gone.yaml", "channels/news.yaml")
    #expect(missing.code == 3 && missing.err.contains("error: gone.yaml does not exist\n") && missing.err.contains("error[spec/unit-missing]"), "\(missing.err)")
  }

  @Test("a base alone, and a directory without specs, are never an empty success", arguments: ["compile", "plan", "matrix", "report"])
  func nothing(_ command: String) throws {
    try fleet("channels")
    let base = try tool.run(command, "channels/base.yaml")
    #expect(base.code == 3 && base.out == "" && base.err == "error: channels/base.yaml is a base, of which nothing is sent; name a spec that extends it\n", "\(base.err)")
    try tool.write("bases/a.yaml", Self.base)
    try tool.write("bases/b.yaml", Self.base)
    #expect(try tool.run(command, "bases").err.contains("error: all 2 files are bases"))
    try tool.write("other/package.json", "{\"name\": \"web\"}")
    let other = try tool.run(command, "other")
    #expect(other.code == 3 && other.out == "" && other.err == "error: no stream spec in other: the one .yaml, .yml or .json file there has no top-level key `rung`\n", "\(other.err)")
    try tool.write("other.json", "{\"a\": 1}")
    #expect(try tool.run(command, "other.json").err.contains("error[spec/not-a-spec]") == (command != "report"))
    #expect(try tool.run(command, "other.json").code == 1)
    #expect(try tool.run(list: [command]).code == 2)
    #expect(try tool.run(command, "*.none").code == 3)
    // A base that does not say so, and that another file of the run extends, has no output either.
    try tool.write("old/base.yaml", Self.base.replacing("base: true\n", with: "rung: 1\n"))
    try tool.write("old/news.yaml", Self.spec("News"))
    let old = try tool.run(command, "old")
    #expect(old.code == 0 && !old.err.contains("error"), "\(old.err)")
  }

  @Test("tables of several files name these, and one does not")
  func matrix() throws {
    try fleet("channels")
    let text = try tool.run("matrix", "channels", "--for", "tenbyte")
    #expect(text.code == 0 && text.err == "4 files, 1 passed over\n", "\(text.err)")
    #expect(text.out.hasPrefix("channels/eu/news.yaml\nEurope ") && text.out.contains("\nchannels/sports.yaml\nSports "), "\(text.out)")
    #expect(try tool.run("matrix", "channels", "--for", "tenbyte", "--format", "markdown").out.contains("### News (`channels/news.yaml`)\n"))
    let json = try tool.run("matrix", "channels", "--format", "json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
    let streams = try #require(document["streams"] as? [[String: Any]])
    #expect(streams.map { $0["file"] as? String } == ["channels/eu/news.yaml", "channels/news.yaml", "channels/sports.yaml"])
    #expect(try tool.run("matrix", "channels/news.yaml", "--for", "tenbyte").out.hasPrefix("News "))
    // A stream that lacks its base is judged nowhere: that is no success.
    try tool.write("lost.yaml", Self.spec("Lost", base: "gone.yaml"))
    let lost = try tool.run("matrix", "lost.yaml", "channels/news.yaml")
    #expect(lost.code == 1 && !lost.out.contains("Lost") && lost.out.contains("News"), "\(lost.out)")
    #expect(try tool.run("matrix", "gone.yaml", "channels/news.yaml").code == 3)
  }

  @Test("one page for all streams of all files")
  func report() throws {
    try fleet("channels")
    let page = try tool.run("report", "channels", "-o", "all.html")
    #expect(page.code == 0 && page.err == "4 files, 1 passed over\n", "\(page.err)")
    let html = try tool.read("all.html")
    for text in ["<h1>channels</h1>", "<p class=\"path\">channels/eu/news.yaml</p>", ">Europe</h2>", ">News</h2>", ">Sports</h2>"] { #expect(html.contains(text), "\(text)") }
    try tool.write("channels/z.yaml", Self.spec("Z", "ingezt: 1\n"))
    let bad = try tool.run("report", "channels", "gone.yaml", "-o", "all.html")
    #expect(bad.code == 3 && bad.err.contains("gone.yaml does not exist"), "\(bad.err)")
    #expect(try tool.read("all.html").contains("channels/z.yaml:4:1"))
    #expect(try tool.run("report", "channels").code == 1)
  }

  // MARK: diff

  private func twoFleets() throws {
    try fleet("old")
    try fleet("new")
  }

  @Test("files of one path are versions of each other, a moved stream is the same, and what is equal is one line")
  func pairs() throws {
    try twoFleets()
    #expect(try tool.run("diff", "old", "new", "--exit-code").out == "3 streams without differences\n")
    _ = try tool.shell("mv new/eu/news.yaml new/moved.yaml && sed -i 's#../base.yaml#base.yaml#' new/moved.yaml")
    try tool.write("new/sports.yaml", Self.spec("Sports", "packaging: {hls: {playlist_segments: 9}}\n"))
    let changed = try tool.run("diff", "old", "new", "--exit-code")
    #expect(changed.code == 1 && changed.err == "", "\(changed.err)")
    #expect(changed.out.contains("moved.yaml: Europe for Tenbyte, formerly in eu/news.yaml: no differences\n"), "\(changed.out)")
    #expect(changed.out.contains("sports.yaml: Sports for Tenbyte: ") && changed.out.hasSuffix("1 stream without differences\n"), "\(changed.out)")
    let plan = try tool.run("diff", "old", "new", "--plan", "--format", "json")
    #expect(!plan.out.contains("Europe\",\n      \"plans\": [\n        {"), "\(plan.out.prefix(300))")
    let json = try tool.run("diff", "old", "new", "--format", "json")
    #expect(json.out.contains("\"file\": \"moved.yaml\"") && json.out.contains("\"old_file\": \"eu/news.yaml\""))
    // A changed base changes each that extends it.
    try tool.write("new/base.yaml", Self.base.replacing("sg-edge-04", with: "de-edge-01"))
    #expect(try tool.run("diff", "old", "new").out.components(separatedBy: "~ region").count == 4)
  }

  @Test("a stream that moves into another file, or a file that is split, is neither deleted nor created")
  func split() throws {
    try tool.write("old/all.yaml", Spec.good + "---\n" + Spec.good.replacing("Live TV Channel", with: "Other"))
    try tool.write("new/all.yaml", Spec.good)
    try tool.write("new/other.yaml", Spec.good.replacing("Live TV Channel", with: "Other"))
    let moved = try tool.run("diff", "old", "new", "--plan")
    #expect(moved.code == 0 && moved.out == "" && moved.err == "nothing differs: there is nothing to send\n", "\(moved.out)\(moved.err)")
  }

  @Test("a file on one side only was added or removed")
  func oneSide() throws {
    try twoFleets()
    _ = try tool.shell("rm new/sports.yaml")
    try tool.write("new/weather.yaml", Self.spec("Weather"))
    let result = try tool.run("diff", "old", "new")
    let gone = "sports.yaml: Sports for Tenbyte: no longer there; no request is planned to delete it\n"
    #expect(result.out.contains(gone), "\(result.out)")
    #expect(result.out.contains("weather.yaml: Weather for Tenbyte: new"), "\(result.out)")
    let script = try tool.run("diff", "old", "new", "--plan", "--stream", "Weather", "--format", "curl")
    #expect(script.code == 0 && script.out.contains("POST") && !script.out.contains("Sports"), "\(script.err)")
    // It may be in a file elsewhere.
    for format in ["text", "http"] {
      let plan = try tool.run("diff", "old", "new", "--plan", "--format", format)
      #expect(plan.code == 0 && plan.err == gone && !plan.out.contains("DELETE") && !plan.out.contains("Sports"), "\(plan.out)\(plan.err)")
    }
    let json = try #require(JSONSerialization.jsonObject(with: Data(try tool.run("diff", "old", "new", "--plan", "--format", "json").out.utf8)) as? [String: Any])
    let plans = try #require(json["streams"] as? [[String: Any]]).map { ($0["name"] as? String, ($0["plans"] as? [Any])?.count) }
    #expect(plans.contains { $0 == ("Weather", 1) } && plans.contains { $0 == ("Sports", 0) }, "\(plans)")
    // A target that is gone from a stream is a wish.
    try tool.write("new/news.yaml", Self.spec("News", "targets: {tenbyte: null, livekit: {room: a, participant: {identity: news}}}\n"))
    #expect(try tool.run("diff", "old", "new").out.contains("news.yaml: News for Tenbyte: no longer a target; the teardown deletes it"))
  }

  @Test("a stream that lacks its base is judged nowhere, wherever it is among the files")
  func lackingBase() throws {
    try twoFleets()
    let alone = Self.spec("A", base: "gone.yaml", "targets: {mkio: {location: eu}}\n")
    try tool.write("new/a.yaml", alone)
    try tool.write("new/z.yaml", alone.replacing("name: A", with: "name: Z"))
    let result = try tool.run("diff", "old", "new")
    #expect(result.code == 1 && result.err.components(separatedBy: "error[").count == 3, "\(result.err)")
  }

  /// What may have become of a file, as lines of shell, with the code of the comparison.
  private static let doubts = [
    ("echo 'rung: [' > new/sports.yaml", 3), ("echo 'a: 1' > new/sports.yaml", 3), (": > new/sports.yaml", 3),
    ("echo 'base: true' >> new/sports.yaml", 3), ("echo '{name: Sports, type: linear, mode: video, region: x, ingest: {kind: push}}' > new/sports.yaml", 3), ("rm new/sports.yaml && mkdir new/sports.yaml", 3),
    ("rm new/sports.yaml && ln -s gone new/sports.yaml", 3), ("printf '\\377\\376' > new/sports.yaml", 3),
    ("rm new/sports.yaml && echo 'ingezt: 1' >> new/news.yaml", 1), ("rm new/sports.yaml && echo 'rung: [' > old/news.yaml", 3),
    ("printf 'rung: 1\\nextends: base.yaml\\n' > new/sports.yaml; printf 'rung: 1\\nname: x\\nextends: sports.yaml\\n' > new/x.yaml", 3),
    ("rm -r new/* && echo x > new/x.txt", 3), ("rm -r new/* && cp new/../old/base.yaml new/", 3),
  ]

  @Test("what is not understood, not read or refused never plans a deletion", arguments: doubts)
  func doubt(_ line: String, _ code: Int) throws {
    try twoFleets()
    _ = try tool.shell(line)
    for more in [[], ["--format", "json"], ["--plan"], ["--plan", "--format", "json"], ["--plan", "--format", "curl", "--stream", "Sports"]] {
      let result = try tool.run(list: ["diff", "old", "new"] + more)
      #expect(Int(result.code) == code, "\(line) \(more): \(result.code) \(result.out.prefix(300)) \(result.err)")
      #expect(!result.out.contains("delete"), "\(line) \(more): \(result.out)")
      #expect(!more.contains("--plan") || result.out == "", "\(line) \(more): \(result.out)")
      #expect(!result.err.isEmpty)
    }
  }

  @Test("two directories or two files")
  func sides() throws {
    try twoFleets()
    let mixed = try tool.run("diff", "old", "new/news.yaml")
    #expect(mixed.code == 2 && mixed.err.contains("old is a directory and new/news.yaml is a file; compare two files or two directories"))
    let missing = try tool.run("diff", "old", "gone")
    #expect(missing.code == 3 && missing.err == "error: gone does not exist\n", "\(missing.err)")
    #expect(try tool.run("diff", "old", "new", "--new-as", "tenbyte").code == 2)
    // One base is no version of a stream, whoever compares it.
    for sides in [["old/news.yaml", "new/base.yaml"], ["old/base.yaml", "new/news.yaml"], ["old/base.yaml", "new/base.yaml"]] {
      let result = try tool.run(list: ["diff"] + sides + ["--plan"])
      #expect(result.code == 3 && result.out == "" && result.err.contains("this is a base, not a stream"), "\(result.err)")
    }
  }

  // MARK: import

  private func body(_ name: String, _ key: String) -> String {
    "[{\"name\": \"\(name)\", \"input_format\": \"srt\"}, {\"url\": \"rtmp://live.example.com/app\", \"stream_key\": \"\(key)\"}]"
  }

  @Test("each file of a directory is a stream of its own, and its spec has its name")
  func importing() throws {
    try tool.write("bodies/a.json", body("A", "hunter2hunter2"))
    try tool.write("bodies/eu/a.json", body("B", "swordfish99x"))
    try tool.write("bodies/other.json", "{\"z\": 1}")
    let one = try tool.run("import", "--from", "qencode", "bodies")
    #expect(one.code == 0 && one.out.components(separatedBy: "\n---\n").count == 2, "\(one.out)\(one.err)")
    #expect(one.err.contains("2 files, 1 passed over"), "\(one.err)")
    // Two secrets have two names, in whichever files they are.
    #expect(one.out.contains("${env:STREAM_KEY}") && one.out.contains("${env:STREAM_KEY_2}"), "\(one.out)")
    let files = try tool.run("import", "--from", "qencode", "bodies", "--out", "specs")
    #expect(files.code == 0 && files.out == "specs/a.yaml\nspecs/eu/a.yaml\n", "\(files.out)\(files.err)")
    #expect(files.err.hasSuffix("wrote 2 specs; next: `rung check specs`\n"), "\(files.err)")
    #expect(try tool.run("check", "specs").code == 0)
    #expect(try tool.read("specs/eu/a.yaml").contains("name: B"))
    try tool.write("bodies/a.yaml", "name: C\ninput_format: srt\n")
    let twice = try tool.run("import", "--from", "qencode", "bodies", "--out", "more")
    #expect(twice.code == 3 && twice.err.contains("more/a.yaml would be of two files: bodies/a.json and bodies/a.yaml; nothing was written"), "\(twice.err)")
    #expect(try !tool.names().contains("more"))
  }

  @Test("files that are named are one stream; --out names the spec after the first")
  func named() throws {
    try tool.write("event.json", "{\"properties\": {\"input\": {\"streamingProtocol\": \"RTMP\"}, \"encoding\": {\"encodingType\": \"PassthroughBasic\"}}, \"location\": \"eu\"}")
    try tool.write("stage.json", "{\"properties\": {\"assetName\": \"main-stage-archive\", \"archiveWindowLength\": \"PT4H\", \"manifestName\": \"m\"}}")
    let together = try tool.run("import", "--from", "mkio", "event.json", "stage.json", "--name", "Main")
    let out = try tool.run("import", "--from", "mkio", "event.json", "stage.json", "--name", "Main", "--out", "specs")
    #expect(out.out == "specs/event.yaml\n" && out.code == together.code, "\(out.out)\(out.err)")
    #expect(try tool.read("specs/event.yaml") == together.out)
    try tool.write("a.json", body("A", "hunter2hunter2"))
    try tool.write("b.json", body("B", "hunter2hunter2"))
    #expect(try tool.run("import", "--from", "qencode", "a.json", "b.json", "--out", "each").out == "each/a.yaml\neach/b.yaml\n")
  }

  @Test("what an import refuses, and what one bad file among many does")
  func importFaults() throws {
    try tool.write("bodies/a.json", body("A", "hunter2hunter2"))
    try tool.write("bodies/b.json", "{\"name\": \"B\", \"input_format\": 1}")
    let bad = try tool.run("import", "--from", "qencode", "bodies", "--out", "specs")
    #expect(bad.code == 1 && bad.out.contains("specs/a.yaml") && bad.err.contains("bodies/b.json:1:"), "\(bad.out)\(bad.err)")
    _ = try tool.shell("ln -s gone bodies/c.json")
    let unreadable = try tool.run("import", "--from", "qencode", "bodies", "--out", "specs")
    #expect(unreadable.code == 3 && unreadable.out.contains("specs/a.yaml") && unreadable.err.contains("bodies/c.json does not exist"), "\(unreadable.err)")
    #expect(try tool.run("import", "--from", "qencode", "bodies", "--out", "x", "-o", "y").code == 2)
    #expect(try tool.run("import", "--from", "qencode", "-", "--out", "x", input: body("A", "hunter2hunter2")).code == 2)
    try tool.write("none/x.json", "{\"z\": 1}")
    let none = try tool.run("import", "--from", "qencode", "none")
    #expect(none.code == 3 && none.err == "error: no request body of qencode in none: the one file there holds something else\n", "\(none.err)")
    #expect(try tool.run("import", "--from", "qencode", "bodies/a.json", "gone.json").code == 3)
  }

  @Test("time and memory grow with the number of files, not with its square", .enabled(if: Depth.isFull, "RUNG_DEPTH=full tries it"))
  func size() throws {
    func time(_ count: Int, _ command: [String]) throws -> Double {
      try tool.write("fleet\(count)/base.yaml", Self.base)
      for index in 0..<count { try tool.write("fleet\(count)/c\(index).yaml", Self.spec("Channel \(index)")) }
      let start = Date()
      let result = try tool.run(list: command.map { $0 == "DIR" ? "fleet\(count)" : $0 })
      #expect(result.code == 0, "\(result.err.prefix(300))")
      return Date().timeIntervalSince(start)
    }
    for command in [["compile", "DIR"], ["plan", "DIR"], ["matrix", "DIR"], ["report", "DIR"], ["diff", "DIR", "DIR"]] {
      let (few, many) = (try time(100, command), try time(800, command))
      #expect(many < few * 20 + 2, "\(command): \(few) s for 100 files, \(many) s for 800")
    }
  }
}
