import Foundation
import RungTestSupport
import Testing

/// The tool alone in a root file system of its own, as root and as an ordinary user: no path that is given for an output
/// destroys an input, a device, a link or a mode.
@Suite struct CleanRootTests {
  /// Names of outputs, and whether the command succeeds with them.
  private static let outputs: [(path: String, succeeds: Bool)] = [
    ("/dev/null", true), ("/dev/zero", true), ("null-link", true), ("/dev/full", false), ("/dev/disk", false), ("disk-link", false),
    ("a.yaml", false), ("/specs/a.yaml", false), ("link.yaml", false), ("hard.yaml", false), ("base.yaml", false), ("../specs/base.yaml", false),
    ("/", false), ("/specs", false), ("work-link", false), ("..", false), ("/dev", false), ("socket-less/x", false),
    ("/dev/stdout", true), ("/dev/fd/1", true), ("self", false),
  ]

  @Test(
    "no output destroys anything",
    .enabled(if: Privilege.canChangeRoot, "changing the root and making devices needs privileges that this run has not"), arguments: Depth.some(["0:0", "65534:65534"], quick: 1, from: 1))
  func outputs(_ user: String) throws {
    let tool = try Tool()
    try tool.write("root/specs/a.yaml", Spec.good + "extends: base.yaml\n")
    try tool.write("root/specs/base.yaml", "labels: {a: b}\n")
    try tool.write("root/specs/body.json", ImportCommandTests.create)
    try tool.write("root/specs/old.html", "old")
    let made = try tool.shell("""
      for file in \(Tool.binary.path) $(ldd \(Tool.binary.path) | grep -o '/[^ )]*'); do mkdir -p root$(dirname $file) && cp -L $file root$file || exit; done
      cd root && mkdir -p dev proc specs/build && ln -s \(Tool.binary.path) rung
      mknod dev/null c 1 3 && mknod dev/zero c 1 5 && mknod dev/full c 1 7 && mknod dev/disk b 7 200 && chmod 666 dev/*
      cd specs && ln -s a.yaml link.yaml && ln a.yaml hard.yaml && ln -s /dev/null null-link && ln -s /dev/disk disk-link && ln -s . work-link && ln -s self self
      ln -s old.html page && ln -s ../a.yaml build/live-tv-channel.tenbyte.create.json && chmod 640 old.html && chown -R \(user) \(tool.path("root/specs"))
      chmod 1777 .
      """)
    #expect(made.code == 0, "\(made.err)")
    // Swift's runtime finds the arguments with the help of /proc. The mount is gone with the shell.
    var script = #"""
      PATH=$PATH:/usr/sbin:/sbin; top=$PWD; mount -t proc proc root/proc
      in_root() { chroot --userspec=\#(user) "$top/root" /rung "$@"; }
      list() { (cd "$top/root" && find . -path ./proc -prune -o -printf '\n%p %y %m %U:%G %l ' \( -type f -size -999k -exec md5sum {} \; -o ! -type f -exec stat -c %t:%T {} \; \) | sort); }
      in_root --version; list > before

      """#
    let outputs = Depth.some(Self.outputs, quick: 2)
    for (path, _) in outputs {
      // A change of root starts in the new one: paths of the folder are given from there.
      let inside = path.hasPrefix("/") ? path : "/specs/\(path)"
      for command in ["report /specs/a.yaml -o", "ladder design --source 1280x720@25 -o"] where command.hasPrefix("report") || !path.contains(".yaml") {
        script += "in_root \(command) \(inside) > out 2> err; echo \"$? \(path)\"; list | cmp - before || echo \"changed by \(command) \(path)\"\n"
      }
    }
    script += """
      for line in 'compile /specs/a.yaml --out /specs/build' 'compile /specs/a.yaml --out /dev/null' 'init /specs/page' 'init /dev/null' 'init /specs/a.yaml'; do
        in_root $line > out 2> err; echo "$? $line"; list | cmp - before || echo "changed by $line"
      done
      in_root report /specs/a.yaml -o /specs/page; cd root/specs && stat -c '%n %F %a %u:%g' page old.html && head -c 15 old.html
      """
    try tool.write("script", script)
    let result = try tool.shell("unshare -m sh script")
    #expect(result.out.hasPrefix("0."), "\(result.err)")
    #expect(!result.out.contains("changed") && !result.err.contains("differ"), "\(result.out)\(result.err)")
    for (path, succeeds) in outputs {
      #expect(result.out.contains("\(succeeds ? 0 : 3) \(path)\n") && !result.out.contains("\(succeeds ? 3 : 0) \(path)\n"), "\(path): \(result.out)")
    }
    for line in ["3 compile /specs/a.yaml --out /specs/build", "3 compile /specs/a.yaml --out /dev/null", "3 init /specs/page", "3 init /dev/null", "3 init /specs/a.yaml"] {
      #expect(result.out.contains(line), "\(line): \(result.out)")
    }
    #expect(result.out.hasSuffix("page symbolic link 777 \(user)\nold.html regular file 640 \(user)\n<!DOCTYPE html>"), "\(result.out)\(result.err)")
  }

  @Test(
    "an ordinary user: what may not be written stays, and what may be written in its place only is",
    .enabled(if: Privilege.canBecomeAnother, "becoming another user who can run the tool needs privileges that this run has not"))
  func ordinaryUser() throws {
    let tool = try Tool()
    try tool.write("a.yaml", Spec.good)
    try tool.write("in/ours.html", "ours")
    try tool.write("in/read-only.html", "ours")
    try tool.write("open/ours.html", "ours, and much longer than what follows: \(String(repeating: "x", count: 100_000))")
    try tool.write("open/read-only.html", "ours")
    let page = try tool.run("report", "a.yaml").out
    let script = """
      chmod 755 . in; chmod 1777 open; chmod 666 in/ours.html open/ours.html; chmod 444 in/read-only.html open/read-only.html
      cp \(Tool.binary.path) rung; chmod 755 rung; chmod 644 a.yaml
      as() { \(Privilege.asAnother) "$@"; }
      for file in in/ours.html in/read-only.html open/ours.html open/read-only.html in/new.html; do as ./rung report a.yaml -o $file 2>> err; echo "$? $file"; done
      stat -c '%n %a %u' in/* open/*; find . -name '.rung*'
      """
    let result = try tool.shell(script)
    #expect(
      result.out == """
        0 in/ours.html
        3 in/read-only.html
        0 open/ours.html
        3 open/read-only.html
        3 in/new.html
        in/ours.html 666 0
        in/read-only.html 444 0
        open/ours.html 666 0
        open/read-only.html 444 0

        """, "\(result.err)")
    #expect(try tool.read("in/ours.html") == page && tool.read("open/ours.html") == page && tool.read("in/read-only.html") == "ours")
    #expect(try tool.read("err").components(separatedBy: "permission denied\n").count == 4)
  }
}
