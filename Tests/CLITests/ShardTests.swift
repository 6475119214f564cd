import Foundation
import Rung
import RungTestSupport
import Testing

/// `rung check --shard` and `--merge`: jobs that run beside each other say together what one run says.
@Suite struct ShardTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  // MARK: The same as one run

  /// Checks in shards, and puts them together.
  private func merge(_ count: Int, _ paths: [String], _ options: [String] = [], shown: [String] = [], baseline: [String] = [], keeping folder: String = "out") throws -> Tool.Result {
    try FileManager.default.createDirectory(atPath: tool.path(folder), withIntermediateDirectories: true)
    var files: [String] = []
    for number in 1...count {
      let result = try tool.run(list: ["check"] + paths + options + baseline.filter { $0 != "--update-baseline" } + ["--shard", "\(number)/\(count)"])
      #expect(result.out.hasSuffix("]}]\n"), "\(number)/\(count): \(result.out.suffix(200)) \(result.err)")
      try tool.write("\(folder)/shard-\(number).json", result.out)
      files.append("\(folder)/shard-\(number).json")
    }
    return try tool.run(list: ["check", "--merge"] + files.reversed() + shown + baseline)
  }

  private func expectSame(_ merged: Tool.Result, _ whole: Tool.Result, _ what: String) {
    #expect(merged.code == whole.code, "\(what)")
    #expect(merged.err == whole.err, "\(what)")
    guard merged.out != whole.out else { return }
    let (a, b) = (merged.out.split(separator: "\n", omittingEmptySubsequences: false), whole.out.split(separator: "\n", omittingEmptySubsequences: false))
    let line = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record("\(what): \(a.count) and \(b.count) lines; at \(line?.offset ?? -1): \(line.map { "\($0.element.0.prefix(600))\nexpected \($0.element.1.prefix(600))" } ?? "")")
  }

  private func expectSame(_ paths: [String], counts: [Int] = [1, 2, 3, 8], formats: [FindingsFormat] = FindingsFormat.allCases, _ options: [String] = []) throws {
    var wholes: [FindingsFormat: Tool.Result] = [:]
    for format in formats { wholes[format] = try tool.run(list: ["check"] + paths + options + ["--format", format.rawValue]) }
    for count in counts {
      _ = try merge(count, paths, options)
      for format in formats {
        let files = (1...count).map { "out/shard-\($0).json" }
        let merged = try tool.run(list: ["check", "--merge"] + files + ["--format", format.rawValue])
        if let whole = wholes[format] { expectSame(merged, whole, "\(paths) \(options) in \(count) as \(format)") }
      }
    }
  }

  @Test("one run and its shards: the same findings, order, summary and exit code in every format: a fleet") func fleet() throws {
    try tool.writeFleet()
    let whole = try tool.run("check", "fleet")
    #expect(whole.code == 1 && whole.out.contains("taken-twice") && whole.err.contains("suppressed"), "\(whole.out.prefix(3000)) \(whole.err)")
    #expect(whole.out.contains("mkio/taken-twice") && whole.out.contains("livekit/taken-twice") && whole.out.contains("qencode/taken-twice"))
    try expectSame(["fleet"])
  }

  @Test("the same over the goldens") func goldens() throws {
    #expect(try tool.shell("cp -r '\(RungTestSupport.Repository.root)/Tests/Golden' golden").code == 0)
    try expectSame(["golden"])
  }

  @Test("the same with what else decides what is found", arguments: [
    ["--notes"], ["--strict"], ["--quiet"], ["--min-severity", "error"],
  ])
  func shown(_ options: [String]) throws {
    try tool.writeFleet()
    let whole = try tool.run(list: ["check", "fleet"] + options)
    expectSame(try merge(3, ["fleet"], shown: options), whole, "\(options)")
  }

  @Test("the same with options of the run", arguments: [
    ["--for", "tenbyte,mkio"], ["--only-target", "livekit"], ["--pack", "apple-hls"], ["--no-config"], ["--select", "*/taken-twice"], ["--ignore", "mkio/*,qencode/taken-twice"],
  ])
  func decided(_ options: [String]) throws {
    try tool.writeFleet()
    try expectSame(["fleet"], counts: [3], formats: [.text, .json, .sarif], options)
  }

  @Test("the same of files that are named, listed, missing and not there") func named() throws {
    try tool.writeFleet()
    try tool.write("list.txt", "fleet/a/mkio-0.yaml\nfleet/d/mkio-14.yaml\nfleet/gone.yaml\nfleet/own-0.yaml\nfleet/own-1.yaml\nREADME.md\n")
    try expectSame(["--files-from", "list.txt"], counts: [1, 3], formats: [.text, .json])
    try expectSame(["fleet/own-0.yaml", "fleet/own-1.yaml", "fleet/gone.yaml", "fleet/bare.yaml", "fleet/empty.yaml", "fleet/rung.yaml", "nothing/"], counts: [1, 3], formats: [.text, .json, .sarif])
    try tool.write("docs/other.yaml", "a: 1\n")
    try expectSame(["docs"], counts: [1, 2], formats: [.text, .json])
  }

  @Test("a baseline is compared when all shards are known, and renewed then") func baseline() throws {
    try tool.writeFleet()
    #expect(try tool.run("check", "fleet", "--baseline", "known.json", "--update-baseline").err.contains("wrote the baseline"))
    try tool.write("fleet/d/mkio-14.yaml", tool.read("fleet/d/mkio-14.yaml").replacingOccurrences(of: "M 0", with: "Z"))
    try tool.write("fleet/own-6.yaml", tool.read("fleet/own-5.yaml").replacingOccurrences(of: "O5", with: "O6"))
    let before = try tool.read("known.json")
    let whole = try tool.run("check", "fleet", "--baseline", "known.json")
    #expect(whole.err.contains("not found any more") && whole.err.contains("suppressed"), "\(whole.err)")
    expectSame(try merge(3, ["fleet"], baseline: ["--baseline", "known.json"]), whole, "baseline")
    let renewed = try tool.run("check", "fleet", "--baseline", "known.json", "--update-baseline")
    let after = try tool.read("known.json")
    #expect(after != before)
    try tool.write("known.json", before)
    expectSame(try merge(3, ["fleet"], baseline: ["--baseline", "known.json", "--update-baseline"]), renewed, "update")
    #expect(try tool.read("known.json") == after)
  }

  @Test("the same since a revision") func since() throws {
    try tool.writeFleet()
    let git = "git -c init.defaultBranch=main -c user.name=a -c user.email=a@b.c"
    let made = try tool.shell("rm -rf .git && \(git) init -q && \(git) add . && \(git) commit -qm a")
    #expect(made.code == 0, "\(made.err)")
    try tool.write("fleet/own-0.yaml", tool.read("fleet/own-0.yaml") + "labels: {a: b}\n")
    try tool.write("fleet/d/mkio-2.yaml", tool.read("fleet/d/mkio-2.yaml") + "labels: {a: b}\n")
    try FileManager.default.removeItem(atPath: tool.path("fleet/own-5.yaml"))
    try expectSame(["fleet"], counts: [3], formats: [.text, .json], ["--since", "HEAD"])
  }

  // MARK: The split

  private func names(_ document: String) -> Set<String> {
    Set(document.matches(of: /"files":\[\["([^"]*)"/).map { String($0.1) } + document.matches(of: /^{"index":[0-9]+,"file":"([^"]*)"/.anchorsMatchLineEndings()).map { String($0.1) })
  }

  @Test("every file is in one shard, and another file moves none") func stable() throws {
    try tool.writeFleet()
    func split() throws -> [Set<String>] { try (1...5).map { names(try tool.run("check", "fleet", "--shard", "\($0)/5").out) } }
    let before = try split()
    let all = before.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(all.count == before.reduce(0) { $0 + $1.count } && all.count > 90 && before.allSatisfy { $0.count > 5 })
    try tool.write("fleet/a/another.yaml", Spec.good)
    let after = try split()
    for (old, new) in zip(before, after) { #expect(new.subtracting(["fleet/a/another.yaml"]) == old) }
  }

  @Test("results that lie among the specs are none of them") func amongSpecs() throws {
    try tool.writeFleet()
    for number in 1...2 { #expect(try tool.shell("rung check fleet --shard \(number)/2 > fleet/part-\(number).json").code == 1) }
    #expect(try tool.run("check", "--merge", "fleet/part-1.json", "fleet/part-2.json").code == 1)
  }

  @Test("no secret is in the results of a shard") func secrets() throws {
    try tool.writeFleet()
    let merged = try merge(2, ["fleet"])
    for number in 1...2 {
      let document = try tool.read("out/shard-\(number).json")
      #expect(!document.contains("geheim"))
      #expect(!document.contains(tool.directory.path))
      #expect((try? JSONSerialization.jsonObject(with: Data(document.utf8))) is [Any])
    }
    #expect(!merged.out.contains("geheim"))
  }

  // MARK: What must not pass

  @Test("what is missing, doubled, foreign, cut off or changed ends with 3, and says what to do") func refused() throws {
    try tool.writeFleet()
    _ = try merge(3, ["fleet"])
    _ = try merge(2, ["fleet"], keeping: "two")
    _ = try merge(3, ["fleet/a"], keeping: "other")
    _ = try merge(3, ["fleet"], ["--for", "mkio"], keeping: "mkio")
    let good = try tool.read("out/shard-2.json")
    let lines = good.split(separator: "\n").map(String.init)
    func expectRefused(_ files: [String], _ reason: String) throws {
      let result = try tool.run(list: ["check", "--merge"] + files)
      #expect(result.code == 3 && result.out.isEmpty && result.err.contains(reason), "\(files): \(result.code) \(result.err) \(result.out.prefix(500))")
    }
    func expectBroken(_ text: String, _ reason: String) throws {
      try tool.write("out/broken.json", text)
      try expectRefused(["out/shard-1.json", "out/broken.json", "out/shard-3.json"], reason)
    }
    try expectRefused(["out/shard-1.json", "out/shard-3.json"], "shard 2 of 3 is missing")
    try expectRefused(["out/shard-1.json"], "shards 2, 3 of 3 are missing")
    try expectRefused(["out/shard-1.json", "out/shard-2.json", "out/shard-3.json", "out/shard-2.json"], "are both shard 2/3; name each once")
    try expectRefused(["out/shard-1.json", "two/shard-2.json"], "one is of 3 shards, the other of 2")
    try expectRefused(["out/shard-1.json", "other/shard-2.json", "out/shard-3.json"], "one checked `fleet`, the other `fleet/a`")
    try expectRefused(["out/shard-1.json", "mkio/shard-2.json", "out/shard-3.json"], "one ran with no options, the other with `--for mkio`")
    try expectRefused(["out/none.json"], "does not exist")
    try expectRefused(["fleet/spec.json"], "is not what `rung check --shard` prints")
    try expectBroken("", "is not what `rung check --shard` prints")
    try expectBroken(String(good.dropLast(good.count / 3)), "is cut off")
    try expectBroken(lines.dropLast().joined(separator: "\n") + "\n", "is cut off")
    try expectBroken((lines[..<3] + lines[4...]).joined(separator: "\n") + "\n", "its last line says otherwise")
    try expectBroken(good.replacingOccurrences(of: "\"made_by\":\"", with: "\"made_by\":\"9"), "run the shards again with this one")
    try expectBroken(good.replacingOccurrences(of: "\"rung_shard\":1", with: "\"rung_shard\":2"), "version 1")
    try expectBroken(good.replacingOccurrences(of: "{\"index\":", with: "{\"index\":9999"), "is not a file's")
    try expectBroken(good.replacingOccurrences(of: "\"claims\":[{", with: "\"claims\":[7,{"), "of a claim is not")
    try expectBroken(good.replacingOccurrences(of: "\"severity\":\"", with: "\"severity\":\"x"), "severity")
    try expectBroken(good.replacingOccurrences(of: "\"at\":[0", with: "\"at\":[-1"), "is not a place")
    try expectBroken(good.replacingOccurrences(of: "\"fleet/", with: "\"fleet/./"), "is not of that shard")
    // Any line but whole: a finding that is lost would be a run that passes.
    for index in [1, 5, lines.count - 2] {
      var cut = lines
      cut[index] = String(cut[index].dropLast(20)) + ","
      try expectBroken(cut.joined(separator: "\n") + "\n", "cannot be read")
    }
    for name in ["fleet/base.yaml", "fleet/own-2.yaml", "fleet/none/other.yaml", "fleet/rung.yaml"] {
      let text = try tool.read(name)
      try tool.write(name, text + "# another\n")
      try expectRefused(["out/shard-1.json", "out/shard-2.json", "out/shard-3.json"], "judged another text of \(name)")
      try tool.write(name, text)
    }
    #expect(try tool.run("check", "--merge", "out/shard-1.json", "out/shard-2.json", "out/shard-3.json").code == 1)
    try tool.write("fleet/more.yaml", Spec.good)
    let later = try tool.run("check", "fleet", "--shard", "2/3")
    try tool.write("out/later.json", later.out)
    try expectRefused(["out/shard-1.json", "out/later.json", "out/shard-3.json"], "they found different files")
  }

  @Test("wrong usage", arguments: [
    (["fleet", "--shard", "0/3"], "is no shard"), (["fleet", "--shard", "4/3"], "is no shard"), (["fleet", "--shard", "1"], "is no shard"), (["fleet", "--shard", "1/99999999999999999999"], "is no shard"),
    (["-", "--shard", "1/2"], "standard input is one text"), (["fleet", "--shard", "1/2", "--format", "json"], "remove --format"),
    (["fleet", "--shard", "1/2", "--fix"], "remove --fix"), (["fleet", "--shard", "1/2", "--diff"], "remove --diff"), (["fleet", "--shard", "1/2", "--as", "mkio"], "remove --as"),
    (["fleet", "--shard", "1/2", "--baseline", "b.json", "--update-baseline"], "give it to --merge"),
    (["--merge", "x.json", "--shard", "1/2"], "remove one of them"), (["--merge", "x.json", "--fix"], "remove --fix"), (["--merge", "x.json", "--for", "mkio"], "give --for to --shard"),
    (["--merge", "x.json", "--files-from", "a"], "give --files-from to --shard"), (["--merge", "x.json", "--no-config"], "give --no-config to --shard"), (["--merge"], "no shard was named"),
  ])
  func usage(_ arguments: [String], _ reason: String) throws {
    let result = try tool.run(list: ["check"] + arguments)
    #expect(result.code == 2 && result.err.contains(reason), "\(arguments): \(result.code) \(result.err)")
  }
}
