import Foundation
import RungTestSupport
import Testing

/// One file that a command writes: it never destroys an input, a device, a link, a mode or an owner.
@Suite struct OutputFileTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("repo/.git/HEAD", "")
    try tool.write("repo/base.yaml", "labels: {a: b}\n")
    try tool.write("repo/a.yaml", Spec.good + "extends: base.yaml\n")
    try tool.write("repo/body.json", ImportCommandTests.create)
    _ = try tool.shell("cd repo && ln -s a.yaml link.yaml && ln a.yaml hard.yaml && ln -s base.yaml link-to-base && ln -s body.json link.json")
  }

  /// Everything there is below a directory, links and devices as such.
  private func listing(_ folder: String = ".") throws -> String {
    try tool.shell("cd \(folder) && find . ! -type d -printf '%p %y %m %U:%G %l ' \\( -type f -exec md5sum {} \\; -o -printf '\\n' \\) | sort").out
  }

  @Test("no output replaces what the run reads", arguments: Depth.some([
    "report a.yaml -o a.yaml", "report a.yaml -o ./a.yaml", "report a.yaml -o link.yaml", "report link.yaml -o a.yaml", "report a.yaml -o hard.yaml",
    "report a.yaml -o base.yaml", "report a.yaml -o link-to-base", "report - -o a.yaml < a.yaml", "report a.yaml -o /dev/stdout 1<> a.yaml",
    "report a.yaml -o /dev/fd/3 3<> base.yaml", "report a.yaml -o ../repo/a.yaml", "import --from qencode body.json -o link.json",
    "import --from qencode body.json -o body.yaml", "convert --from qencode --for mkio body.json -o body.json --set encoding=transcode",
    "compile a.yaml --out out", "compile a.yaml --out linked",
  ], quick: 4))
  func inputs(_ line: String) throws {
    // Names that the command itself gives: what it writes leads to what it reads.
    _ = try tool.shell("""
      cd repo && ln -s body.json body.yaml && mkdir out && ln -s ../base.yaml out/live-tv-channel.tenbyte.create.json && ln -s out linked
      """)
    let before = try listing()
    let result = try tool.shell("cd repo && rung \(line)")
    #expect(result.code == 3 || line.contains("link.json"), "\(result.err)")
    #expect(result.code == 2 || result.err.contains("is a file that this run reads; name another file to write"), "\(result.err)")
    #expect(try listing() == before)
  }

  @Test("links stay and their targets are replaced; mode, owner and group stay; a new file has the usual mode")
  func linksAndModes() throws {
    try tool.write("page.html", "old")
    _ = try tool.shell("chmod 640 page.html && chown 12:34 page.html 2> /dev/null; ln -s page.html one && ln -s one two && ln -s new.html dangling")
    let owner = try tool.shell("stat -c %u:%g page.html").out
    let result = try tool.shell("umask 022; rung report repo/a.yaml -o two && rung report repo/a.yaml -o dangling && stat -c '%A %u:%g' page.html")
    #expect(result.code == 0 && result.out == "-rw-r----- \(owner)", "\(result.out)\(result.err)")
    #expect(try tool.read("page.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try tool.shell("readlink one two dangling; stat -c %a new.html").out == "page.html\none\nnew.html\n644\n")
    #expect(!(try tool.names().contains { $0.hasSuffix(".tmp") }))
  }

  @Test("what is kept beside a file stays, where its file system keeps any")
  func attributes() throws {
    try tool.write("page.html", "old")
    let list = "python3 -c \"import os; print([(n, os.getxattr('page.html', n)) for n in os.listxattr('page.html')])\""
    let before = try tool.shell("python3 -c \"import os; os.setxattr('page.html', 'user.note', b'x')\" 2> /dev/null; \(list)")
    #expect(before.code == 0)
    #expect(try tool.shell("rung report repo/a.yaml -o page.html; \(list)").out == before.out)
    #expect(try tool.read("page.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test("another hard link of a replaced file keeps what it held")
  func hardLinks() throws {
    try tool.write("page.html", "old")
    _ = try tool.shell("ln page.html snapshot.html; rung report repo/a.yaml -o page.html")
    #expect(try tool.read("snapshot.html") == "old" && tool.read("page.html").hasPrefix("<!DOCTYPE html>"))
  }

  @Test("pipes, devices and open descriptors are written to")
  func streams() throws {
    let page = try tool.run("report", "repo/a.yaml").out
    _ = try tool.shell("mkfifo pipe; ln -s pipe link")
    let piped = try tool.shell("cat pipe > got & rung report repo/a.yaml -o link; wait; ls -l pipe | cut -c1; ls -l link | cut -c1")
    #expect(piped.out == "p\nl\n" && piped.err == "", "\(piped.err)")
    #expect(try tool.read("got") == page)
    #expect(try tool.shell("rung report repo/a.yaml -o /dev/null; stat -L -c %F /dev/null").out == "character special file\n")
    #expect(try tool.run("report", "repo/a.yaml", "-o", "/dev/stdout").out == page)
    #expect(try tool.shell("rung report repo/a.yaml -o /dev/fd/3 3> got; rung report repo/a.yaml -o /proc/self/fd/3 3>> got").code == 0)
    #expect(try tool.read("got") == page + page)
    #expect(try tool.shell("rung report repo/a.yaml -o /dev/stdout | true").code == 0)
    let full = try tool.run("report", "repo/a.yaml", "-o", "/dev/full")
    #expect(full.code == 3 && full.err == "error: /dev/full cannot be written: the disk is full\n")
    let closed = try tool.shell("rung report repo/a.yaml -o /dev/fd/9")
    #expect(closed.code == 3 && closed.err == "error: /dev/fd/9 is not open\n")
    let forReading = try tool.shell("rung report repo/a.yaml -o /dev/fd/3 3< got")
    #expect(forReading.code == 3 && forReading.err.contains("it is not open to write"))
  }

  @Test("directories and impossible places are refused", arguments: Depth.some([
    ("d", "d is a directory; name a file in it"), ("d/", "d/ is a directory"), ("new/", "new/ is a directory"), (".", ". is a directory"),
    ("/", "/ is a directory"), ("to-d", "to-d is a directory"), ("gone/x", "its directory does not exist"), ("page/x", "a part of the path is a file"),
    ("self", "a symbolic link that leads back to itself"), ("socket", "is a socket"),
  ], quick: 3))
  func refused(_ output: String, _ says: String) throws {
    try tool.write("page", "old")
    _ = try tool.shell("mkdir d; ln -s d to-d; ln -s self self; python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"socket\")'")
    let before = try listing()
    for command in ["report repo/a.yaml", "import --from qencode repo/body.json", "ladder design --source 1280x720@25", "convert --from qencode --for mkio --set encoding=transcode repo/body.json"] {
      let result = try tool.shell("rung \(command) -o \(output)")
      #expect(result.code == 3 && result.err.contains(says), "\(command): \(result.err)")
    }
    #expect(try listing() == before)
  }

  @Test("init overwrites nothing, whatever is there", arguments: ["page", "link", "dangling", "pipe", "/dev/null", "d"])
  func starter(_ output: String) throws {
    try tool.write("page", "old")
    _ = try tool.shell("mkdir d; ln -s page link; ln -s nowhere dangling; mkfifo pipe")
    let before = try listing()
    let result = try tool.run("init", output)
    #expect(result.code == 3 && result.err.contains(output == "d" ? "is a directory" : "exists already"), "\(result.err)")
    #expect(try listing() == before)
  }

  @Test("where the current directory is gone, that is said", arguments: [
    "init x.yaml", "import --from qencode.create -o x.yaml -", "check .", "fmt .", "schema stream --write",
    "ladder design --source 1280x720@25 -o x.yaml", "check x.yaml --baseline b.json --update-baseline", "check --since HEAD",
  ])
  func withoutDirectory(_ command: String) throws {
    let result = try tool.shell("mkdir gone && cd gone && rmdir ../gone && echo '{\"name\": \"a\", \"input_format\": \"rtmp\", \"output_format\": \"hls\"}' | rung \(command)")
    #expect(result.code == 3 && result.err.hasPrefix("error: "), "\(result.code) \(result.out)\(result.err)")
    #expect(try tool.shell("mkdir gone && cd gone && rmdir ../gone && rung config show x.yaml").out == "no configuration holds for x.yaml\n")
  }

  @Test("what a limit cuts off leaves the old file, and no other")
  func limit() throws {
    try tool.write("page.html", "old")
    let result = try tool.shell("(ulimit -f 8; rung report repo/a.yaml -o page.html)")
    #expect(result.code == 3 && result.err.contains("page.html cannot be written: it would be larger than the system allows"), "\(result.err)")
    #expect(try tool.read("page.html") == "old")
    #expect(try tool.shell("ls -A").out == "page.html\nrepo\n")
  }

  @Test("secrets are for their owner only, in a file that all may read as well")
  func secrets() throws {
    try tool.write("a.yaml", Spec.good + "webhook: https://hooks.example.com/${env:HOOK}\n")
    let file = "build/live-tv-channel.tenbyte.create.json"
    let result = try tool.shell("rung compile a.yaml --out build && chmod 644 \(file) && HOOK=s3 rung compile a.yaml --resolve-secrets --out build && stat -c %a \(file)")
    #expect(result.out.hasSuffix("\n600\n"), "\(result.out)\(result.err)")
  }
}
