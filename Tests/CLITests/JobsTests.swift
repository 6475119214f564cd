import Foundation
import Rung
import RungTestSupport
import Testing

/// `rung check --jobs`: workers beside each other say together what one says.
@Suite struct JobsTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  private func expectSame(_ arguments: [String], counts: [Int], input: String? = nil, _ formats: [FindingsFormat] = FindingsFormat.allCases) throws {
    for format in formats {
      let words = ["check"] + arguments + ["--format", format.rawValue]
      let one = try tool.run(list: words + ["--jobs", "1"], input: input)
      for count in counts {
        let several = try tool.run(list: words + ["--jobs", "\(count)"], input: input)
        #expect(several.code == one.code && several.err == one.err, "\(arguments) by \(count) as \(format): \(several.code) \(several.err) and \(one.code) \(one.err)")
        #expect(several.out == one.out, "\(arguments) by \(count) as \(format)")
      }
    }
  }

  @Test("one worker and several: the same findings, order, summary and exit code in every format") func fleet() throws {
    try tool.writeFleet()
    try expectSame(["fleet"], counts: [3])
    // The last ones: more workers than files.
    try expectSame(["fleet"], counts: [2, 8, 1024], [.text])
  }

  @Test("the same over the goldens, and as many times as there are files") func goldens() throws {
    #expect(try tool.shell("cp -r '\(RungTestSupport.Repository.root)/Tests/Golden' golden").code == 0)
    try expectSame(["golden"], counts: [3], [.text, .json, .sarif])
  }

  @Test("the same with what else decides what is found and shown", arguments: [
    ["--notes"], ["--strict"], ["--quiet"], ["--min-severity", "error"], ["--for", "tenbyte,mkio"], ["--only-target", "livekit"], ["--pack", "apple-hls"], ["--no-config"],
    ["--select", "*/taken-twice"], ["--ignore", "mkio/*,qencode/taken-twice"],
  ])
  func options(_ options: [String]) throws {
    try tool.writeFleet()
    try expectSame(["fleet"] + options, counts: [3], [.text, .json])
  }

  @Test("the same of files that are named, listed, missing and not there, and of standard input") func named() throws {
    try tool.writeFleet()
    try tool.write("list.txt", "fleet/a/mkio-0.yaml\nfleet/d/mkio-14.yaml\nfleet/gone.yaml\nfleet/own-0.yaml\nfleet/own-1.yaml\nREADME.md\n")
    try expectSame(["--files-from", "list.txt"], counts: [3], [.text, .json])
    try expectSame(["fleet/own-0.yaml", "fleet/own-1.yaml", "fleet/gone.yaml", "fleet/bare.yaml", "fleet/empty.yaml", "fleet/rung.yaml", "nothing/"], counts: [3], [.text, .json])
    try expectSame(["fleet", "-"], counts: [3], input: "rung: 1\nname: x\n", [.text])
    try tool.write("docs/other.yaml", "a: 1\n")
    try expectSame(["docs"], counts: [3], [.text, .json])
  }

  @Test("what a shell gives through a pipe is read once, and judged as a file is") func pipes() throws {
    try tool.write("bad.yaml", "rung: 1\nname: x\nbogus: 1\n")
    for count in [1, 2] {
      let result = try tool.shell("bash -c 'rung check <(cat bad.yaml) bad.yaml <(cat bad.yaml) --jobs \(count)'")
      let said = result.out + result.err
      #expect(result.code == 1 && said.components(separatedBy: "spec/unknown-key]").count == 4, "\(count): \(said)")
    }
  }

  @Test("directories whose names Unicode holds to be the same have each its own configuration") func twins() throws {
    let spec = "rung: 1\nname: x\nbogus: 1\n"
    for directory in ["\u{E9}", "e\u{301}"] { try tool.write("\(directory)/s.yaml", spec) }
    try tool.write("e\u{301}/rung.yaml", "severity: {spec/no-target: off}\n")
    let shown = try tool.run("check", "--notes", ".")
    let said = shown.out + shown.err
    #expect(said.components(separatedBy: "spec/no-target]").count == 2 && said.components(separatedBy: "spec/unknown-key]").count == 3, "\(said)")
    try expectSame(["."], counts: [2], [.text, .json])
    // One that cannot be used is noticed, whichever comes first.
    try tool.write("\u{E9}/rung.yaml", "nonsense: 1\n")
    #expect(try tool.run("check", ".").code == 3)
    try expectSame(["."], counts: [2], [.text])
  }

  @Test("a baseline is compared and renewed, a configuration that cannot be used stops as ever") func policies() throws {
    try tool.writeFleet()
    #expect(try tool.run("check", "fleet", "--baseline", "known.json", "--update-baseline", "--jobs", "3").err.contains("wrote the baseline"))
    let several = try tool.read("known.json")
    #expect(try tool.shell("rm known.json").code == 0)
    #expect(try tool.run("check", "fleet", "--baseline", "known.json", "--update-baseline", "--jobs", "1").err.contains("wrote the baseline"))
    #expect(try tool.read("known.json") == several)
    try tool.write("fleet/d/mkio-14.yaml", tool.read("fleet/d/mkio-14.yaml").replacingOccurrences(of: "M 0", with: "Z"))
    try tool.write("fleet/own-6.yaml", tool.read("fleet/own-5.yaml").replacingOccurrences(of: "O5", with: "O6"))
    try expectSame(["fleet", "--baseline", "known.json"], counts: [3], [.text, .json])
    try tool.write("fleet/b/rung.yml", "severity: {mkio/taken-twice: off}\n")
    try expectSame(["fleet"], counts: [3], [.text])
    try tool.write("fleet/d/rung.yaml", "severity: {mkio/taken-twoce: off}\n")
    try expectSame(["fleet"], counts: [3], [.text, .json])
  }

  @Test("a worker that dies is reported, and what it had to do is done") func death() throws {
    try tool.writeFleet()
    for copy in 0..<6 { #expect(try tool.shell("cp -r fleet/a many\(copy) && cp fleet/base.yaml fleet/bare.yaml .").code == 0) }
    let one = try tool.run("check", ".", "--jobs", "1")
    var reported = false
    try tool.write("end.sh", """
      rung check . --jobs 2 > out.txt 2> err.txt & pid=$!
      for try in {1..2000}; do pgrep -P $pid > /dev/null && break; done
      pkill -KILL -P $pid; wait $pid; echo $?
      """)
    for _ in 0..<20 where !reported {
      let result = try tool.shell("bash end.sh")
      #expect(try tool.read("out.txt") == one.out && result.out == "\(one.code)\n", "\(result.out)")
      let said = try tool.read("err.txt")
      reported = said.contains("ended with signal 9; its files were checked again")
      #expect(said.hasSuffix(one.err), "\(said)")
    }
    #expect(reported)
  }

  @Test("without room for workers one judges alone; workers end with the command") func limits() throws {
    try tool.writeFleet()
    let one = try tool.run("check", "fleet", "--jobs", "1")
    let alone = try tool.shell("ulimit -n 9; rung check fleet --jobs 8")
    #expect(alone.code == one.code && alone.out == one.out && alone.err == one.err, "\(alone.err)")
    for copy in 0..<12 { #expect(try tool.shell("cp -r fleet copy\(copy)").code == 0) }
    // dash waits for ever where a test has blocked the signal of its child's end.
    try tool.write("end.sh", """
      env --default-signal=INT rung check . --jobs 2 > out.txt 2>&1 & pid=$!
      for try in {1..2000}; do workers=$(pgrep -P $pid) && break; done
      kill -$1 $pid; wait $pid 2> /dev/null; sleep 0.5
      for worker in $workers; do ps -o stat= -p $worker | grep -v Z; done; echo workers: $workers
      """)
    for signal in ["INT", "TERM", "KILL"] {
      let left = try tool.shell("bash end.sh \(signal)")
      #expect(left.out.hasPrefix("workers: ") && left.out.count > 12, "\(signal): \(left.out)\(left.err)")
    }
  }

  @Test("wrong usage says what to type", arguments: [("0", "from 1 to 1024"), ("2000", "from 1 to 1024"), ("two", "`two` is no number of processes"), ("-1", "--jobs")])
  func usage(_ word: String, _ said: String) throws {
    let result = try tool.run("check", ".", "--jobs", word)
    #expect(result.code == 2 && result.err.contains(said), "\(result.err)")
    let shard = try tool.run("check", ".", "--shard", "1/2", "--jobs", "2")
    #expect(shard.code == 2 && shard.err.contains("remove --jobs"), "\(shard.err)")
  }
}
