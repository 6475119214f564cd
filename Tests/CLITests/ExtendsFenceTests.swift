import Foundation
import RungTestSupport
import Testing

/// Which files `extends` may name.
@Suite struct ExtendsFenceTests {
  let tool: Tool
  static let canary = "canary-of-the-base"

  init() throws {
    tool = try Tool()
    try tool.write("base.yaml", "labels: {\(Self.canary): [\n")
    try tool.write("plain/a.yaml", Spec.good + "extends: ../base.yaml\n")
    try tool.write("repo/.git/HEAD", "")
    try tool.write("repo/channels/a.yaml", Spec.good + "extends: ../../base.yaml\n")
  }

  private func spec(extending base: String) -> String { Spec.good + "extends: \"\(base)\"\n" }

  @Test("a base outside is never shown, wherever the command runs", arguments: Depth.some([".", "plain", "repo", "repo/channels", "/", "/tmp"], quick: 2), [
    "plain/a.yaml", "repo/channels/a.yaml",
  ])
  func outside(_ folder: String, _ spec: String) throws {
    let place = spec.hasPrefix("repo") ? "the repository" : "the folder of the spec"
    for command in ["check"] + Depth.some(["compile", "plan", "matrix", "report", "ladder inspect", "ladder preview", "explain --value"], quick: 2, from: folder.utf8.count) {
      let result = try tool.shell("cd \(folder) && rung \(command) \(tool.path(spec))")
      #expect(!(result.out + result.err).contains(Self.canary), "\(command): \(result.out)\(result.err)")
      if command == "check" {
        #expect(result.code == 1 && result.out.contains("base.yaml` lies outside \(place)\n"), "\(result.out)")
        // What the help says can be typed, and is enough.
        let help = try #require(result.out.split(separator: "\n").first { $0.contains("move it there, or add `--root ") })
        let root = try #require(help.split(separator: "`").last { $0.hasPrefix("--root ") })
        #expect(try tool.shell("cd \(folder) && rung check \(tool.path(spec)) \(root)").out.contains(Self.canary), "\(root)")
      }
    }
    let both = try tool.shell("cd \(folder) && rung diff \(tool.path(spec)) \(tool.path(spec))")
    #expect(!(both.out + both.err).contains(Self.canary))
  }

  @Test("--root is the fence, wider or narrower than the repository", arguments: Depth.some([
    "check", "compile", "plan", "matrix", "report", "ladder inspect", "ladder preview", "explain --value", "diff repo/channels/a.yaml",
  ], quick: 3))
  func root(_ command: String) throws {
    try tool.write("base.yaml", "labels: {a: b}\n")
    #expect(try tool.shell("rung \(command) repo/channels/a.yaml --root .").code == 0)
    try tool.write("repo/base.yaml", "labels: {a: b}\n")
    try tool.write("repo/channels/a.yaml", spec(extending: "../base.yaml"))
    #expect(try tool.shell("rung \(command) repo/channels/a.yaml").code == 0)
    let narrow = try tool.shell("rung check repo/channels/a.yaml --root repo/channels")
    #expect(narrow.code == 1 && narrow.out.contains("lies outside the directory of `--root`"), "\(narrow.out)")
    for (root, code, says) in [("gone", 3, "--root: gone does not exist"), ("base.yaml", 3, "--root: base.yaml is a file, not a directory"), ("''", 2, "a path cannot be empty")] {
      let result = try tool.shell("rung \(command) repo/channels/a.yaml --root \(root)")
      #expect(result.code == code && result.err.contains(says), "\(result.err)")
    }
  }

  @Test("a spec on standard input stands in the current directory")
  func standardInput() throws {
    try tool.write("repo/base.yaml", "labels: {a: b}\n")
    let text = spec(extending: "base.yaml")
    #expect(try tool.run("check", "-", input: text, in: "repo").code == 0)
    #expect(try tool.run("check", "-", input: spec(extending: "../base.yaml"), in: "repo/channels").code == 0)
    let outside = try tool.run("check", "-", input: spec(extending: "../base.yaml"), in: "plain")
    #expect(outside.code == 1 && outside.out.contains("lies outside the current directory") && !outside.out.contains(Self.canary))
    #expect(try tool.run("check", "-", "--root", "..", input: spec(extending: "../base.yaml"), in: "plain").out.contains(Self.canary))
  }

  @Test("only regular files are read, also where the fence is the whole system", arguments: Depth.some([
    "/proc/self/environ", "/proc/thread-self/environ", "/proc/self/cmdline", "/proc/1/status", "/sys/kernel/mm/transparent_hugepage/enabled", "/dev/zero", "/dev/tty", "pipe.yaml",
    "link.yaml", "/",
  ], quick: 4))
  func kinds(_ base: String) throws {
    try tool.write("plain/a.yaml", spec(extending: base))
    try tool.write("plain/b.yaml", "labels: {a: b}\n")
    _ = try tool.shell("cd plain && mkfifo pipe.yaml && ln -s /proc/self/environ link.yaml")
    for folder in Depth.some([".", "/"], quick: 1, from: base.utf8.count) {
      for root in Depth.some(["", "--root /"], quick: 1, from: base.utf8.count / 2) {
        for file in [tool.path("plain/a.yaml"), "- < \(tool.path("plain/a.yaml"))"] {
          let result = try tool.shell("cd \(folder) && rung check \(root) \(file)", environment: ["TOKEN": Self.canary])
          #expect(result.code == 1 && result.out.contains("error[spec/base-not-readable]"), "\(result.out)\(result.err)")
          #expect(!(result.out + result.err).contains(Self.canary))
        }
      }
    }
    let alone = try tool.shell("cd / && rung check \(tool.path("plain/a.yaml"))")
    #expect(!alone.out.contains("add `--root"), "no root allows it: \(alone.out)")
  }

  @Test("neither does a spec come from the kernel")
  func specs() throws {
    let result = try tool.run("check", "/proc/self/environ", environment: ["TOKEN": Self.canary])
    #expect(result.code == 3 && result.err.contains("is made by the kernel, not a file of a disk") && !result.err.contains(Self.canary))
  }

  @Test("a spec and a fence behind links")
  func links() throws {
    try tool.write("base.yaml", "labels: {a: b}\n")
    _ = try tool.shell("ln -s repo/channels/a.yaml to-spec.yaml; ln -s . all; ln -s ../base.yaml repo/base.yaml")
    #expect(try tool.run("check", "repo/channels/a.yaml", "--root", "all").code == 0)
    // The link to the base leads out of the repository.
    try tool.write("repo/channels/a.yaml", spec(extending: "../base.yaml"))
    #expect(try tool.run("check", "repo/channels/a.yaml").out.contains("lies outside the repository"))
  }
}
