import Foundation
import RungTestSupport
import Testing

/// `--out`: all files or none, and no two of them in one place.
@Suite struct OutputDirectoryTests {
  let tool: Tool

  init() throws { tool = try Tool() }

  private func spec(_ names: [String]) -> String {
    names.map { Spec.good.replacingOccurrences(of: "Live TV Channel", with: "\"\($0)\"") }.joined(separator: "---\n")
  }

  @Test("streams never share a file", arguments: [
    (["News", "News", "News 2"], ["news", "news-2", "news-2-2"]), (["News", "News 2", "News"], ["news", "news-2", "news-3"]),
    (["News", "news", "NEWS"], ["news", "news-2", "news-3"]), (["News 2", "News", "News", "News"], ["news-2", "news", "news-3", "news-4"]),
    (["!!!", "…", "Stream", "stream 2"], ["stream", "stream-2", "stream-3", "stream-2-2"]),
    (["e\u{301}te\u{301}", "été", "ÉTÉ"], ["e\u{301}te\u{301}", "été-2", "été-3"]), (["ΣΑΣ", "σασ", "σας"], ["σασ", "σασ-2", "σας-3"]),
    ([String(repeating: "a", count: 150), String(repeating: "a", count: 149)], [String(repeating: "a", count: 100), String(repeating: "a", count: 100) + "-2"]),
    (["x" + String(repeating: "\u{301}", count: 40)], ["x"]),
  ])
  func names(_ streams: [String], _ files: [String]) throws {
    try tool.write("a.yaml", spec(streams))
    let result = try tool.run("compile", "a.yaml", "--out", "build")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.out.split(separator: "\n").map(String.init) == files.map { "build/\($0).tenbyte.create.json" })
    #expect(try tool.names("build").count == streams.count)
    #expect(Set(result.out.lowercased().split(separator: "\n")).count == streams.count)
  }

  @Test("scripts of streams whose names look alike keep what they made in files of their own")
  func states() throws {
    try tool.write("a.yaml", spec(["News!", "News?"]))
    #expect(try tool.run("plan", "a.yaml", "--stream", "News!", "--format", "curl").out.contains("rung_state=${RUNG_STATE:-news.tenbyte.state.json}\n"))
    #expect(try tool.run("plan", "a.yaml", "--stream", "News?", "--format", "curl").out.contains("rung_state=${RUNG_STATE:-news-2.tenbyte.state.json}\n"))
    try tool.write("b.yaml", spec(["News!", "News?"]).replacingOccurrences(of: "3000k", with: "3100k"))
    let update = try tool.run("diff", "a.yaml", "b.yaml", "--stream", "News?", "--plan", "--format", "curl")
    #expect(update.out.contains("news-2.tenbyte.state.json") && !update.out.contains("news.tenbyte.state.json"), "\(update.err)")
  }

  @Test("profiles and bodies of several streams and targets")
  func folders() throws {
    let both = ["News", "news"].map { EncoderCommandTests.push.replacingOccurrences(of: "Main stage", with: $0) }
    try tool.write("a.yaml", both.joined(separator: "\n---\n"))
    let result = try tool.run("compile", "a.yaml", "--for", "ffmpeg,obs", "--out", "build")
    #expect(result.code == 0, "\(result.err)")
    let paths = result.out.split(separator: "\n")
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count && paths.contains("build/news-2.obs/basic.ini"), "\(result.out)")
    #expect(try tool.shell("find build -type f | wc -l").out == "\(paths.count)\n")
  }

  /// 659 bytes each, and one of more than 1024.
  private func fleet(_ bitrate: String) -> String {
    spec((1...6).map { "S\($0)" }).replacingOccurrences(of: "3000k", with: bitrate) + "webhook: \"https://hooks.example.com/\(String(repeating: "x/", count: 450))\"\n"
  }

  private func state() throws -> String { try tool.shell("find . -printf '%p %y %m %l\\n' | sort; cat build/* | md5sum").out }

  @Test("what fails half way leaves everything as it was: directories, old files, links")
  func halfWay() throws {
    try tool.write("a.yaml", fleet("3000k"))
    let new = try tool.shell("(ulimit -f 2; rung compile a.yaml --out deep/er)")
    #expect(new.code == 3 && new.err.contains("s6.tenbyte.create.json cannot be written: it would be larger than the system allows"), "\(new.err)")
    #expect(new.out == "")
    #expect(try tool.names() == ["a.yaml"])
    #expect(try tool.run("compile", "a.yaml", "--out", "build").code == 0)
    _ = try tool.shell("cd build && rm s2.tenbyte.create.json && mv s3.tenbyte.create.json .. && ln -s ../s3.tenbyte.create.json .")
    try tool.write("a.yaml", fleet("3100k"))
    let before = try state()
    #expect(try tool.shell("(ulimit -f 2; rung compile a.yaml --out build)").code == 3)
    #expect(try state() == before)
    #expect(try tool.run("compile", "a.yaml", "--out", "build").code == 0)
    #expect(try state() != before)
    #expect(try tool.read("s3.tenbyte.create.json").contains("3100"))
    #expect(!(try tool.shell("find . -name '.rung*'").out.contains("rung")))
  }

  @Test("a file system that is full", .enabled(if: Privilege.canMount, "mounting a file system needs privileges that this run has not"))
  func fullDisk() throws {
    try tool.write("a.yaml", fleet("3000k"))
    // The file system is gone with the shell.
    let script = """
      mkdir disk && mount -t tmpfs -o size=16k tmpfs disk
      rung compile a.yaml --out disk/build; echo $?; find disk -mindepth 1
      mount -o remount,size=32k disk && rung compile a.yaml --out disk/build > /dev/null && cat disk/build/* | md5sum > before
      sed -i s/3000k/3100k/ a.yaml; rung compile a.yaml --out disk/build; echo $?; cat disk/build/* | md5sum | cmp - before && find disk -mindepth 1 | wc -l
      """
    try tool.write("script", script)
    let result = try tool.shell("unshare -m sh script")
    #expect(result.out == "3\n3\n7\n", "\(result.out)\(result.err)")
    #expect(result.err.components(separatedBy: "cannot be written: the disk is full\n").count == 3, "\(result.err)")
  }

  /// A library in front of the system's own calls of renaming and linking.
  @Test("renaming that fails half way, with hard links and on file systems without them", .enabled(if: Judge.present(.compiler)), arguments: 0..<4)
  func renaming(_ way: Int) throws {
    try tool.write("fault.c", """
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <stdlib.h>
      static int left(const char *name) { static int count = -1; if (count < 0) count = getenv(name) ? atoi(getenv(name)) : 1000; return count-- > 0; }
      int rename(const char *a, const char *b) {
        static int (*next)(const char *, const char *);
        if (!next) next = dlsym(RTLD_NEXT, "rename");
        if (left("RENAMES")) return next(a, b);
        if (getenv("ONCE")) unsetenv("ONCE"); else return next(a, b);
        errno = EIO; return -1;
      }
      int link(const char *a, const char *b) {
        static int (*next)(const char *, const char *);
        if (!next) next = dlsym(RTLD_NEXT, "link");
        if (!getenv("NOLINKS")) return next(a, b);
        errno = EPERM; return -1;
      }

      """)
    #expect(try tool.shell("cc -shared -fPIC -o fault.so fault.c -ldl || clang -shared -fPIC -o fault.so fault.c -ldl").code == 0)
    try tool.write("a.yaml", fleet("3000k"))
    #expect(try tool.run("compile", "a.yaml", "--out", "build").code == 0)
    _ = try tool.shell("rm build/s1* build/s4*; chmod 640 build/s2*")
    try tool.write("a.yaml", fleet("3100k"))
    var environment = ["LD_PRELOAD": tool.path("fault.so"), "RENAMES": way < 2 ? "2" : "3", "ONCE": "1"]
    if way % 2 == 1 { environment["NOLINKS"] = "1" }
    let before = try state()
    let result = try tool.run("compile", "a.yaml", "--out", "build", environment: environment)
    #expect(result.code == 3 && result.out == "" && result.err.contains("input/output error"), "\(result.err)")
    #expect(try state() == before)
    #expect(try tool.run("compile", "a.yaml", "--out", "build", environment: ["NOLINKS": "1", "LD_PRELOAD": tool.path("fault.so")]).code == 0)
    #expect(try tool.shell("grep -c 3100 build/* | cut -d: -f2 | sort -u; find . -name '.rung*' | wc -l; stat -c %a build/s2*").out == "1\n0\n640\n")
  }

  @Test("outputs that lead to one file are refused")
  func shared() throws {
    try tool.write("a.yaml", spec(["A", "B"]))
    _ = try tool.shell("mkdir build && cd build && echo old > x && ln -s x a.tenbyte.create.json && ln -s x b.tenbyte.create.json")
    let result = try tool.run("compile", "a.yaml", "--out", "build")
    #expect(result.code == 3 && result.err.contains("build/b.tenbyte.create.json leads to the same file as another output"), "\(result.err)")
    #expect(try tool.read("build/x") == "old\n")
  }

  @Test("a place of an output that is none: nothing is made")
  func places() throws {
    try tool.write("a.yaml", Spec.good)
    _ = try tool.shell("ln -s gone dangling; mkdir -p build/live-tv-channel.tenbyte.create.json")
    for (folder, says) in [("dangling", "dangling is a link that leads nowhere, not a directory"), ("build", "is a directory"), ("new/../a.yaml/x", "a.yaml")] {
      let result = try tool.run("compile", "a.yaml", "--out", folder)
      #expect(result.code == 3 && result.err.contains(says), "\(folder): \(result.err)")
    }
    #expect(try tool.names() == ["a.yaml", "build", "dangling"])
  }
}
