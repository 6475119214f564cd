import Foundation
import RungTestSupport
import Testing

/// A repository in a directory of its own. Nothing of the machine's configuration of git is used.
final class Repository {
  let tool: Tool
  static let environment = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com",
  ]

  static let base = """
    base: true
    targets: {livekit: {room: stage}}
    ingest: {protocols: [rtmp]}

    """

  static func channel(_ name: String, base: String = "../base.yaml") -> String {
    "rung: 1\nname: \(name)\nextends: \(base)\ntargets: {livekit: {participant: {identity: \(name)}}}\n"
  }

  /// Three channels with a base, one that needs none, and something that is no spec. Each has one finding, so that its verdict can be compared.
  init() throws {
    tool = try Tool()
    try tool.write("base.yaml", Self.base)
    for name in ["a", "b", "c"] { try tool.write("channels/\(name).yaml", Self.channel(name) + "playback: {domain: \(name).example.com}\n") }
    try tool.write("channels/own.yaml", Spec.doubted)
    try tool.write("values.yaml", "replicas: 2\n")
    try sh("git init -q -b main . && git add -A && git commit -qm one")
  }

  @discardableResult func sh(_ line: String) throws -> Tool.Result {
    let result = try tool.shell(line, environment: Self.environment)
    #expect(result.code == 0, "\(line): \(result.out)\(result.err)")
    return result
  }

  func rung(_ line: String, _ more: [String: String] = [:]) throws -> Tool.Result {
    try tool.shell("rung \(line)", environment: Self.environment.merging(more) { $1 })
  }
}

@Suite struct GitTests {
  /// The findings of a run by their files.
  private func verdicts(_ result: Tool.Result) throws -> [String: [String]] {
    let document = try #require(JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any], "\(result.out)\(result.err)")
    let found = try #require(document["diagnostics"] as? [[String: Any]])
    return Dictionary(grouping: found) { $0["file"] as? String ?? "" }.mapValues { $0.map { "\($0["severity"] ?? "") \($0["id"] ?? ""): \($0["message"] ?? "")" } }
  }

  // MARK: check --since

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let change: String
    /// Files that differ, and no others.
    let changed: [String]
    var folder = "."
    var testDescription: String { name }
  }

  private static let rows = [
    Row(name: "nothing", change: "true", changed: []),
    Row(name: "touched only", change: "touch channels/*.yaml base.yaml", changed: []),
    Row(name: "another file", change: "echo x >> values.yaml", changed: []),
    Row(name: "a file", change: "echo 'label: {}' >> channels/b.yaml", changed: ["channels/b.yaml"]),
    Row(name: "a committed change", change: "echo 'label: {}' >> channels/b.yaml; git commit -qam two", changed: ["channels/b.yaml"]),
    Row(name: "a base", change: "echo 'label: {}' >> base.yaml", changed: ["base.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    Row(name: "a base, from a subfolder", change: "echo 'label: {}' >> base.yaml", changed: ["a.yaml", "b.yaml", "c.yaml"], folder: "channels"),
    Row(name: "a file, from a subfolder", change: "echo 'label: {}' >> channels/b.yaml", changed: ["b.yaml"], folder: "channels"),
    Row(name: "a deleted file", change: "git rm -q channels/a.yaml", changed: []),
    Row(name: "a deleted base", change: "rm base.yaml", changed: ["channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    Row(name: "a renamed file", change: "git mv channels/a.yaml channels/z.yaml", changed: ["channels/z.yaml"]),
    Row(name: "a file moved elsewhere", change: "mkdir more; git mv channels/a.yaml more/a.yaml; echo 'label: {}' >> base.yaml; git checkout -q base.yaml", changed: ["more/a.yaml"]),
    Row(name: "a new file", change: "sed s/a/d/ channels/own.yaml > channels/d.yaml", changed: ["channels/d.yaml"]),
    Row(name: "a base's base", change: "echo 'extends: deep.yaml' >> base.yaml; printf 'base: true\\nlabel: {}\\n' > deep.yaml; git add -A; git commit -qm two; git tag -f start; echo 'labels: {x: y, x: z}' >> deep.yaml",
      changed: ["deep.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    Row(name: "line ends alone", change: "sed -i 's/$/\\r/' channels/*.yaml base.yaml", changed: []),
    Row(name: "a link that leads elsewhere", change: "mv base.yaml other.yaml; echo 'labels: {x: y}' >> other.yaml; ln -s other.yaml base.yaml",
      changed: ["other.yaml", "base.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    Row(name: "in a worktree", change: "git worktree add -q tree; echo 'label: {}' >> tree/base.yaml", changed: ["base.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"], folder: "tree"),
  ]

  @Test("--since says of each changed file what a check of all files says, and nothing of others", arguments: rows)
  func since(_ row: Row) throws {
    let repository = try Repository()
    try repository.sh("git tag start; \(row.change)")
    let whole = try verdicts(try repository.rung("check . --format json", [:], in: row.folder))
    let some = try repository.rung("check --since start --format json", [:], in: row.folder)
    // From a subfolder, a base has a path of its own.
    let expected = whole.filter { row.changed.contains($0.key) || row.folder == "channels" && row.name.hasPrefix("a base") && $0.key.hasSuffix("/base.yaml") }
    #expect(try verdicts(some) == expected, "\(some.out)\(some.err)")
    #expect(row.changed.isEmpty || row.name.contains("renamed") || row.changed.contains { whole[$0] != nil }, "the row tells nothing")
    if row.changed.isEmpty {
      #expect(some.code == 0)
      let text = try repository.rung("check --since start", [:], in: row.folder)
      #expect(text.code == 0 && text.out == "" && text.err.contains("passed over"), "\(text.out)\(text.err)")
    }
  }

  @Test("what a changed file and an unchanged one cannot both have is found, whichever comes first")
  func fleets() throws {
    for (name, other) in [("a", "c"), ("c", "a")] {
      let repository = try Repository()
      let text = Repository.channel(name).replacing("identity: \(name)", with: "identity: \(other)")
      try repository.tool.write("channels/\(name).yaml", text)
      let whole = try verdicts(try repository.rung("check . --format json"))
      let some = try repository.rung("check --since main --format json")
      #expect(some.code == 1)
      let met = whole["channels/c.yaml"]?.filter { $0.contains("livekit/taken-twice") } ?? []
      #expect(met.count == 1)
      #expect(try verdicts(some)["channels/c.yaml"]?.filter { $0.contains("livekit/taken-twice") } == met, "\(some.out)")
      // The rest of the unchanged one is not shown.
      if name == "a" { #expect(try verdicts(some)["channels/c.yaml"] == met, "\(some.out)") }
    }
  }

  @Test("changed files of a list and as arguments get the verdict of the whole directory", arguments: Depth.some(rows.filter { $0.folder == "." }, quick: 6))
  func lists(_ row: Row) throws {
    let repository = try Repository()
    try repository.sh("git tag start; \(row.change)")
    let whole = try verdicts(try repository.rung("check . --format json"))
    let names = "git add -AN . && git diff --name-only start"
    for line in ["\(names) | rung check --files-from - --format json", "\(names) --diff-filter=d | grep yaml | xargs -r rung check --format json"] {
      let result = try repository.tool.shell(line, environment: Repository.environment)
      guard !result.out.isEmpty else { continue }
      for (file, found) in try verdicts(result) where file != "values.yaml" { #expect(whole[file] == found, "\(line): \(result.out)\(result.err)") }
    }
    let listed = try repository.tool.shell("\(names) | rung check --since start --files-from - --format json", environment: Repository.environment)
    for (file, found) in try verdicts(listed) { #expect(whole[file] == found, "\(listed.out)\(listed.err)") }
  }

  @Test("a list with a base, or with a deleted one, has the verdict of the specs that extend it", arguments: [
    ("echo 'labels: {x: y, x: z}' >> base.yaml", ["base.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    ("git rm -q base.yaml", ["channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
    ("echo 'extends: deep.yaml' >> base.yaml; printf 'base: true\\nlabel: {}\\n' > deep.yaml; git add -A; git commit -qm two; echo 'idle_timeout: 1s' >> deep.yaml",
      ["deep.yaml", "channels/a.yaml", "channels/b.yaml", "channels/c.yaml"]),
  ])
  func listedBase(_ change: String, _ files: [String]) throws {
    for folder in [".", "channels"] {
      let repository = try Repository()
      try repository.sh(change)
      let whole = try verdicts(try repository.rung("check \(folder == "." ? "." : "..") --format json", [:], in: folder))
      let listed = try repository.tool.shell(
        "cd \(folder) && git diff --name-only HEAD | rung check --files-from - --format json", environment: Repository.environment)
      let wanted = folder == "." ? files : files.map { $0.hasPrefix("channels/") ? String($0.dropFirst("channels/".count)) : "../\($0)" }
      let found = try verdicts(listed)
      let expected = Dictionary(uniqueKeysWithValues: whole.map { (folder == "." ? $0.key : $0.key.replacing("../channels/", with: ""), $0.value) })
      #expect(found == expected.filter { wanted.contains($0.key) }, "\(listed.out)\(listed.err)")
      #expect(found.count >= 3)
    }
  }

  @Test("a changed configuration changes what it holds for, and each side of a diff has its own")
  func configurations() throws {
    let repository = try Repository()
    let stream = "rung: 1\nname: own\ningest: {protocols: [rtmp]}\nplayback: {domain: a.example.com}\n"
    try repository.tool.write("eu/own.yaml", stream)
    try repository.tool.write("us/own.yaml", stream.replacing("own", with: "other"))
    try repository.tool.write("eu/rung.yaml", "targets: [livekit]\n")
    try repository.tool.write("rung.yaml", "targets: [livekit]\n")
    try repository.sh("git add -A && git commit -qm two && echo 'targets: [tenbyte]' > eu/rung.yaml")
    let whole = try verdicts(try repository.rung("check . --format json"))
    let some = try repository.rung("check --since HEAD --format json")
    #expect(try verdicts(some) == whole.filter { $0.key == "eu/own.yaml" } && some.code == 1, "\(some.out)\(some.err)")
    let difference = try repository.rung("diff --base HEAD")
    let said = difference.out + difference.err
    // The older one lacks what LiveKit requires, and the newer one what Tenbyte does.
    #expect(said.contains("error[livekit/push-without-room]") && said.contains("--> HEAD:eu/own.yaml:1:1") && said.contains("error[tenbyte/region-missing]"), "\(said)")
    #expect(!said.contains("us/own.yaml"), "\(said)")
    // One that went, and one that came.
    for change in ["git checkout -q . && git rm -q eu/rung.yaml rung.yaml", "git checkout -q HEAD . && echo 'targets: [tenbyte]' > us/rung.yaml"] {
      try repository.sh(change)
      let result = try repository.rung("check --since HEAD --format json")
      #expect(try verdicts(result).keys.contains("us/own.yaml"), "\(change): \(result.out)\(result.err)")
    }
    let off = try repository.rung("check --since HEAD --no-config --format json")
    #expect(try verdicts(off).isEmpty, "\(off.out)")
  }

  @Test("a configuration with errors in a commit can be passed by")
  func brokenConfiguration() throws {
    let repository = try Repository()
    try repository.tool.write("rung.yaml", "severity: {x: nonsense}\n")
    try repository.sh("git add -A && git commit -qm two && git rm -q rung.yaml && echo 'idle_timeout: 30s' >> channels/own.yaml")
    let refused = try repository.rung("diff --base HEAD")
    #expect(refused.code == 3 && refused.err.contains("HEAD:rung.yaml has errors; to compare without configurations, add --no-config"), "\(refused.err)")
    #expect(try repository.rung("diff --base HEAD --no-config").code != 3)
  }

  @Test("where every spec was deleted there is nothing to judge, and that is known")
  func allGone() throws {
    let repository = try Repository()
    try repository.sh("git rm -qr channels base.yaml")
    let result = try repository.rung("check --since HEAD")
    #expect(result.code == 0, "\(result.err)")
    #expect(try repository.rung("check").code == 2)
    try repository.sh("mkdir empty")
    #expect(try repository.rung("check --since HEAD empty").code == 3)
  }

  @Test("from a subfolder, a file above it is named the same wherever the checkout lies")
  func above() throws {
    let repository = try Repository()
    try repository.sh("echo 'label: {}' >> base.yaml")
    for format in ["text", "concise", "json", "jsonl", "markdown", "junit", "checkstyle", "rdjson"] {
      let result = try repository.rung("check a.yaml --format \(format)", [:], in: "channels")
      #expect(result.code == 1 && !result.out.contains(repository.tool.directory.lastPathComponent), "\(format): \(result.out)")
      if format == "text" { #expect(result.out.contains("--> ../base.yaml:4:1"), "\(result.out)") }
    }
  }

  @Test("what is no list of files is refused: a status before the names, a spec, the same standard input twice")
  func noList() throws {
    let repository = try Repository()
    try repository.sh("echo '# x' >> channels/a.yaml; touch new.yaml")
    for line in ["git status --porcelain | rung check --files-from -", "git diff --name-status | rung check --files-from -", "rung check --files-from - < channels/a.yaml", "rung check - --files-from - < channels/a.yaml"] {
      let result = try repository.tool.shell(line, environment: Repository.environment)
      #expect(result.code == 2 && result.err.hasPrefix("error: "), "\(line): \(result.err)")
    }
  }

  @Test("a page of differences says what it lacks")
  func gaps() throws {
    let repository = try Repository()
    try repository.sh("echo 'idle_timeout: 30s' >> channels/own.yaml; echo 'ingest: [' >> channels/a.yaml; git mv channels/b.yaml channels/z.yaml; echo 'labels: {a: b}' >> channels/z.yaml; sed -i 's/domain: b/domain: z/' channels/z.yaml")
    let result = try repository.rung("diff --base HEAD --format markdown")
    #expect(result.out.contains("**Not everything was compared:**") && result.out.contains("streams that only one version has are not listed"), "\(result.out)\(result.err)")
    try repository.sh("git checkout -q HEAD channels/a.yaml")
    let whole = try repository.rung("diff --base HEAD --format markdown")
    #expect(!whole.out.contains("Not everything"), "\(whole.out)")
  }

  @Test("a deleted file that is named is passed over, and one that never was is not")
  func deleted() throws {
    let repository = try Repository()
    try repository.sh("git rm -q channels/a.yaml")
    let gone = try repository.rung("check --since main channels/a.yaml channels/own.yaml")
    #expect(gone.code == 0 && gone.err == "0 files, 2 passed over, nothing found\n", "\(gone.out)\(gone.err)")
    let never = try repository.rung("check --since main channels/never.yaml")
    #expect(never.code == 3 && never.err.contains("channels/never.yaml does not exist"), "\(never.err)")
  }

  @Test("a file that is no spec any more is judged as the spec that it was", arguments: [(": >", 1), ("echo 'replicas: 2' >", 1), ("echo '- a' >", 1), ("rm", 0)])
  func noLonger(_ change: String, _ code: Int32) throws {
    let repository = try Repository()
    try repository.sh("mkdir solo; cp channels/own.yaml solo/a.yaml; git add -A; git commit -qm two; \(change) solo/a.yaml")
    for line in ["check --since HEAD", "check --since HEAD solo/a.yaml", "check --since HEAD --files-from list"] {
      try repository.sh("git diff --name-only HEAD > list")
      let result = try repository.rung(line)
      #expect(result.code == code && result.out.contains("solo/a.yaml") == (code == 1), "\(line): \(result.out)\(result.err)")
    }
  }

  // MARK: diff --base

  @Test("a changed base names every channel that it changes, from everywhere", arguments: [(".", ""), ("channels", "."), ("channels", "a.yaml b.yaml c.yaml"), ("/", "FOLDER"), (".", "'channels/*.yaml'"), ("tree", "")])
  func base(_ folder: String, _ paths: String) throws {
    let repository = try Repository()
    try repository.sh("git worktree add -q tree; sed -i 's/room: stage/room: hall/' base.yaml tree/base.yaml")
    let line = "diff --base main \(paths.replacing("FOLDER", with: "\"$OLDPWD/channels\""))"
    let result = try repository.rung(line, [:], in: folder)
    #expect(result.code == 0 && (folder != "." || !paths.isEmpty || result.err.contains("/tree is a repository of its own")), "\(result.out)\(result.err)")
    for name in ["a", "b", "c"] { #expect(result.out.contains("\(name) for LiveKit: 1 difference;"), "\(name): \(result.out)\(result.err)") }
    #expect(result.out.contains("was main:base.yaml:2:27)") && result.out.components(separatedBy: "\"stage\" → \"hall\"").count == 4, "\(result.out)")
    #expect(!result.out.contains("Live TV Channel"))
    let markdown = try repository.rung("\(line) --format markdown --exit-code", [:], in: folder)
    #expect(markdown.code == 1 && markdown.out.components(separatedBy: "### ").count == 4, "\(markdown.out)")
    let json = try #require(JSONSerialization.jsonObject(with: Data(try repository.rung("\(line) --format json", [:], in: folder).out.utf8)) as? [String: Any])
    #expect((json["streams"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["a", "b", "c"])
    let plan = try repository.rung("\(line) --plan --stream b --format curl", [:], in: folder)
    #expect(plan.code == 0 && plan.out.hasPrefix("#!/bin/sh"), "\(plan.out)\(plan.err)")
  }

  @Test("streams that came, went and moved are named with their files, and nothing is planned to be deleted")
  func comingAndGoing() throws {
    let repository = try Repository()
    try repository.sh("git mv channels/a.yaml channels/z.yaml; git mv channels/b.yaml channels/y.yaml; sed -i 's/identity: b/identity: bee/' channels/y.yaml; git rm -q channels/own.yaml")
    try repository.tool.write("channels/new.yaml", Repository.channel("d"))
    let result = try repository.rung("diff --base main")
    #expect(result.code == 0, "\(result.out)\(result.err)")
    let gone = "channels/own.yaml: Live TV Channel for Tenbyte: no longer there; no request is planned to delete it\n"
    for line in [
      "channels/z.yaml: a for LiveKit, formerly in channels/a.yaml: no differences\n", "channels/y.yaml: b for LiveKit, formerly in channels/b.yaml: 1 difference;",
      "\"b\" → \"bee\"", "channels/new.yaml: d for LiveKit: new at this provider", gone,
    ] {
      #expect(result.out.contains(line), "\(result.out)")
    }
    for format in ["text", "json"] {
      let plan = try repository.rung("diff --base main --plan --format \(format)")
      #expect(plan.code == 0 && !plan.out.contains("tenbyte") && plan.err == gone, "\(plan.out)\(plan.err)")
    }
    for path in ["channels/own.yaml", "'channels/o*.yaml'", "'**/own.yaml'"] {
      let named = try repository.rung("diff --base main \(path)")
      #expect(named.code == 0 && named.out.contains("no longer there"), "\(path): \(named.out)\(named.err)")
      let plan = try repository.rung("diff --base main \(path) --plan --format curl")
      #expect(plan.code == 0 && plan.out == "" && plan.err == gone + "nothing to send\n", "\(path): \(plan.out)\(plan.err)")
    }
  }

  @Test("a stream that moves into another file is the same, whatever else that file holds")
  func moved() throws {
    let repository = try Repository()
    try repository.sh("""
      cd channels; { cat a.yaml; echo ---; sed 's/identity: b/identity: bee/' b.yaml; } > both.yaml; rm a.yaml b.yaml
      """)
    let result = try repository.rung("diff --base main --plan")
    #expect(result.code == 0 && result.err == "" && result.out.hasPrefix("b for livekit, update: 1 request\n") && !result.out.contains("\n2. "), "\(result.out)\(result.err)")
    #expect(try repository.rung("diff --base main").out.contains("channels/both.yaml: a for LiveKit, formerly in channels/a.yaml: no differences\n"))
  }

  @Test("another name in the same file may be another stream: nothing of the old one is planned to change or go", arguments: [
    ("git mv channels/a.yaml channels/d.yaml; CHANNEL z > channels/a.yaml", "channels/a.yaml"),
    ("mkdir eu; git mv channels/a.yaml eu/a.yaml; CHANNEL z > channels/a.yaml", "channels"),
    ("mv channels/a.yaml x; mv channels/b.yaml channels/a.yaml; mv x channels/b.yaml", "channels/a.yaml"),
    ("CHANNEL z > channels/a.yaml", ""),
    ("{ CHANNEL a; echo ---; CHANNEL x; } > channels/a.yaml; git commit -qam x; git tag -f start; { CHANNEL x; echo ---; CHANNEL z; } > channels/a.yaml", ""),
  ])
  func other(_ change: String, _ path: String) throws {
    let repository = try Repository()
    let channel = "CHANNEL() { printf 'rung: 1\\nname: %s\\nextends: ../base.yaml\\ntargets: {livekit: {participant: {identity: %s}}}\\n' $1 $1; }"
    try repository.sh("git tag start; \(channel); \(change)")
    #expect(try repository.rung("diff --base start \(path)").out.contains(", formerly "))
    for format in ["text", "json", "curl"] {
      let result = try repository.rung("diff --base start \(path) --plan --format \(format)")
      #expect(result.code == 0 && !result.out.contains("DELETE") && !result.out.contains("delete_ingress") && !result.out.contains("DeleteIngress"), "\(result.out)\(result.err)")
      #expect(result.err.contains("not planned, because") && result.err.contains("may be another stream"), "\(result.err)")
    }
  }

  @Test("a base that is a stream now may have been one all the time: nothing is planned to be created")
  func becomesStream() throws {
    let repository = try Repository()
    try repository.sh("echo 'base: true' >> channels/own.yaml; git commit -qam x; sed -i '/^base/d' channels/own.yaml")
    let result = try repository.rung("diff --base main --plan")
    #expect(result.code == 3 && result.out == "", "\(result.out)\(result.err)")
  }

  @Test("where a stream was and a base is now, nothing is planned", arguments: [
    "echo 'base: true' >> channels/own.yaml",
    "sed -i /^name:/d channels/own.yaml; git add -A; git commit -qm x; git tag -f start; printf 'rung: 1\\nname: e\\nextends: own.yaml\\n' > channels/e.yaml",
  ])
  func becomesBase(_ change: String) throws {
    let repository = try Repository()
    try repository.sh("git tag start; \(change)")
    for more in ["", "--plan", "--plan --format json"] {
      let result = try repository.rung("diff --base start \(more)")
      #expect(result.code == 3 && result.err.contains("channels/own.yaml:") && result.err.contains("this is a base, not a stream"), "\(result.out)\(result.err)")
      #expect(!result.out.contains("no longer") && (more == "" || result.out == ""), "\(result.out)")
    }
  }

  @Test("nothing changed is said, and succeeds; nothing to compare does not")
  func nothing() throws {
    let repository = try Repository()
    let same = try repository.rung("diff --base main --exit-code")
    #expect(same.code == 0 && same.out == "" && same.err == "nothing changed since main: 5 files compared\n", "\(same.out)\(same.err)")
    for format in ["json", "json --plan"] {
      let json = try repository.rung("diff --base main --format \(format)")
      #expect(json.code == 0 && json.out.contains("\"streams\": []"), "\(json.out)")
    }
    try repository.tool.write("obs.yaml", Spec.good.replacing("  tenbyte: {region: sg-edge-04}", with: "  ffmpeg: {input: in.mp4}").replacing("ingest: {mode: push, protocols: [rtmp]}\n", with: ""))
    let encoder = try repository.rung("diff --base main --exit-code")
    #expect(encoder.code == 0 && encoder.out == "" && encoder.err.contains("the streams that changed name no provider"), "\(encoder.out)\(encoder.err)")
    for path in ["values.yaml never.yaml", "never.yaml", "'never*.yaml'", "/usr/share"] {
      let other = try repository.rung("diff --base main \(path)")
      #expect(other.code == 3 && other.out == "", "\(path): \(other.out)\(other.err)")
    }
  }

  @Test("a file that came from outside of what is compared is compared with what it was there; a base alone says whom to name")
  func fromElsewhere() throws {
    let repository = try Repository()
    try repository.sh("git mv channels n")
    let moved = try repository.rung("diff --base main n")
    #expect(moved.code == 0 && !moved.out.contains("creates it") && moved.out.contains("formerly in channels/a.yaml"), "\(moved.out)\(moved.err)")
    let other = try Repository()
    try other.sh("sed -i 's/rtmp/whip/' base.yaml")
    let alone = try other.rung("diff --base main base.yaml --exit-code")
    #expect(alone.code == 1 && alone.err.contains("but base.yaml did: name the streams that extend it"), "\(alone.out)\(alone.err)")
  }

  @Test("a side that cannot be read or understood ends with 3 and plans nothing", arguments: [
    ("echo '<html>' > channels/a.yaml", "was not understood"), ("printf 'rung: [' > channels/a.yaml", "was not understood"), (": > channels/a.yaml", "was not understood"),
    ("mkdir d; mv channels/a.yaml d; ln -s nothing channels/a.yaml", "channels/a.yaml does not exist"),
    ("git show main:channels/a.yaml > keep; echo 'x: [' > channels/a.yaml; git commit -qam x; git tag -f start; cp keep channels/a.yaml", "was not understood"),
    ("cp channels/a.yaml keep; printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:1\\nsize 3\\n' > channels/a.yaml; git commit -qam x; git tag -f start; cp keep channels/a.yaml", "start:channels/a.yaml is a pointer of Git LFS"),
    ("cp channels/a.yaml keep; { cat keep; head -c 135000000 /dev/zero | tr '\\0' '#'; } > channels/a.yaml; git commit -qam x; git tag -f start; cp keep channels/a.yaml", "are read"),
  ])
  func notUnderstood(_ change: String, _ says: String) throws {
    let repository = try Repository()
    try repository.sh("git tag start; \(change)")
    for format in ["text", "text --plan", "json --plan", "curl --plan --stream a"] {
      let result = try repository.rung("diff --base start --format \(format)")
      #expect(result.code == 3 && result.err.contains(says), "\(format): \(result.out)\(result.err)")
      #expect(!format.contains("plan") || result.out == "", "\(result.out)")
      // What could not be compared is neither new nor gone.
      #expect(!result.out.contains("added") && !result.out.contains("removed"), "\(result.out)")
    }
  }

  @Test("bases are those of the commit, behind the fence of the repository")
  func oldBases() throws {
    let repository = try Repository()
    // Old ways to a base: a link, an absolute path, another folder; and two that lead out.
    try repository.sh("""
      mkdir lib; git mv base.yaml lib/real.yaml; ln -s lib/real.yaml base.yaml; ln -s lib way; printf 'base: true\\nextends: ../../outside.yaml\\n' > lib/out.yaml
      sed -i 's,\\.\\./base.yaml,../way/real.yaml,' channels/b.yaml; sed -i "s,\\.\\./base.yaml,$PWD/lib/real.yaml," channels/c.yaml; git add -A; git commit -qm two
      sed -i 's/room: stage/room: hall/' lib/real.yaml
      """)
    let result = try repository.rung("diff --base main")
    for name in ["a", "b", "c"] { #expect(result.out.contains("\(name) for LiveKit: 1 difference;"), "\(result.out)\(result.err)") }
    #expect(result.code == 0 && result.out.contains("was main:lib/real.yaml:2:27)"), "\(result.out)")
    try repository.sh("ln -sf /etc/hostname away.yaml; sed -i 's,\\.\\./base.yaml,../away.yaml,' channels/a.yaml; sed -i 's,way/,../,' channels/b.yaml; git add -A; git commit -qm three; git checkout -q main~1 channels")
    let outside = try repository.rung("diff --base main")
    #expect(outside.code == 1 && outside.err.components(separatedBy: "lies outside the repository").count == 3 && outside.err.contains("main:channels/a.yaml:3:"), "\(outside.err)")
    let narrow = try repository.rung("diff --base main --root channels channels/own.yaml channels/a.yaml")
    #expect(narrow.code != 0 && narrow.err.contains("lies outside the directory of `--root`"), "\(narrow.err)")
  }

  @Test("a spec behind a link is compared where the link leads, and not outside")
  func links() throws {
    let repository = try Repository()
    try repository.sh("mkdir real; git mv channels/own.yaml real/own.yaml; ln -s ../real/own.yaml channels/own.yaml; cp real/own.yaml ../$(basename \"$PWD\").yaml; ln -s \"$PWD.yaml\" channels/away.yaml; git add -A; git commit -qm two; sed -i 's/3000k/3500k/' real/own.yaml")
    defer { try? FileManager.default.removeItem(atPath: repository.tool.directory.path + ".yaml") }
    let result = try repository.rung("diff --base main channels/own.yaml")
    #expect(result.code == 0 && result.out.contains("3000 → 3500"), "\(result.out)\(result.err)")
    let away = try repository.rung("diff --base main --plan channels")
    #expect(away.code == 3 && away.out == "" && away.err.contains("main:channels/away.yaml is a link that leads out of the repository"), "\(away.out)\(away.err)")
  }

  @Test("odd names: bytes that are no UTF-8, blanks, line ends, hyphens")
  func names() throws {
    let repository = try Repository()
    try repository.sh("""
      cd channels; cp own.yaml "$(printf 'caf\\351.yaml')"; cp own.yaml 'two words.yaml'; cp own.yaml "$(printf 'line\\nend.yaml')"; cp own.yaml ./-x.yaml; mkdir ./--output=y; cp own.yaml ./--output=y/q.yaml
      git add -A; git commit -qm two; sed -i 's/3000k/3500k/' ./*.yaml ./*/*.yaml
      """)
    let result = try repository.rung("diff --base main channels --exit-code")
    #expect(result.code == 1 && result.out.components(separatedBy: "3000 → 3500").count == 7, "\(result.out)\(result.err)")
    #expect(result.out.contains("main:channels/caf\\xE9.yaml:"), "\(result.out)")
    let inside = try repository.rung("diff --base main", [:], in: "channels/--output=y")
    #expect(inside.out.components(separatedBy: "3000 → 3500").count == 2, "\(inside.out)\(inside.err)")
    #expect(try repository.rung("check --since main").err.hasPrefix("7 files,") == false)
  }

  @Test("a submodule's files are its own")
  func submodule() throws {
    let repository = try Repository()
    try repository.sh("""
      git init -q -b main sub; cp channels/own.yaml sub/s.yaml; git -C sub add -A; git -C sub commit -qm sub; git add sub 2>/dev/null; git commit -qm two
      printf 'rung: 1\\nname: a\\nextends: ../sub/s.yaml\\n' > channels/a.yaml; git add -A; git commit -qm three; echo 'labels: {x: y}' >> channels/a.yaml
      """)
    let result = try repository.rung("diff --base main channels")
    #expect(result.code != 0 && result.err.contains("lies in the submodule `sub`, whose files are in a repository of their own"), "\(result.out)\(result.err)")
    #expect(try repository.rung("diff --base main --plan channels").out == "")
    let whole = try repository.rung("diff --base main .")
    #expect(whole.err.contains("/sub is a repository of its own: its files are not compared"), "\(whole.err)")
    try repository.sh("git init -q channels")
    let none = try repository.rung("diff --base main --plan .")
    #expect(none.code == 3 && none.out == "", "\(none.out)\(none.err)")
    // What is not known is judged.
    #expect(try verdicts(try repository.rung("check --since main --format json"))["sub/s.yaml"]?.isEmpty == false)
  }

  // MARK: Revisions

  @Test("a revision is never an option of git, and one commit", arguments: Depth.some([
    ("-x", 2), ("--output=leak", 2), ("--help", 2), ("--git-dir=/tmp", 2), ("never", 3), ("main..start", 3), ("^main", 3), ("main:base.yaml", 3), ("main start", 3), ("main^{tree}", 3), ("@{u}", 3),
    ("$(touch canary)", 3), ("; touch canary", 3), ("main\ntouch canary", 3), ("a\\xE9b", 3),
  ], quick: 8))
  func revisions(_ revision: String, _ code: Int32) throws {
    let repository = try Repository()
    try repository.sh("git tag start; echo 'labels: {x: y}' >> base.yaml")
    let before = try repository.tool.names()
    for command in ["diff --base", "check --since"] {
      let words = command.split(separator: " ").map(String.init)
      let result = try repository.tool.run(list: [words[0], "\(words[1])=\(revision)"])
      #expect(result.code == code && result.out == "" && result.err.contains(words[1]), "\(result.out)\(result.err)")
    }
    #expect(try repository.tool.names() == before)
  }

  @Test("what names a commit does, whatever it looks like")
  func commits() throws {
    let repository = try Repository()
    try repository.sh("git tag -a start -m x; echo 'labels: {x: y}' >> base.yaml")
    for good in ["main", "start", "HEAD", "@", "main^{commit}", ":/one", "HEAD@{0}", "main@{0}", try repository.sh("git rev-parse --short main").out.trimmingCharacters(in: .newlines)] {
      let result = try repository.tool.run("diff", "--base", good)
      #expect(result.code == 0 && result.out == "3 streams without differences\n", "\(good): \(result.out)\(result.err)")
    }
  }

  @Test("completions offer branches and tags, and run none")
  func completions() throws {
    let repository = try Repository()
    try repository.sh("git tag v1.2; git branch 'feature/x'; git branch '$(touch${IFS}canary)'; git tag '`touch${IFS}canary`'; git tag \"';touch\\${IFS}canary;'\"")
    try repository.tool.write("press.sh", """
      source <(rung completions bash)
      COMP_WORDS=(rung "$1" "$2" "") COMP_CWORD=3 COMP_LINE="rung $1 $2 " COMP_POINT=${#COMP_LINE}
      COMP_POINT=${#COMP_LINE}
      _rung rung "" "$2"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    for (command, option) in [("check", "--since"), ("diff", "--base")] {
      let offered = try repository.tool.shell("bash press.sh \(command) \(option)", environment: Repository.environment)
      #expect(offered.out == "feature/x\nmain\nv1.2\n", "\(offered.out)\(offered.err)")
      #expect(try !repository.tool.names().contains("canary"))
    }
  }

  @Test("where there is no repository, no git or no right to it, that is said")
  func noRepository() throws {
    let tool = try Tool()
    try tool.write("a.yaml", Spec.good)
    for command in ["diff --base main", "check --since main"] {
      let result = try tool.shell("rung \(command)")
      #expect(result.code == 3 && result.err.contains("not a git repository"), "\(result.err)")
      let none = try tool.shell("\(Tool.binary.path) \(command)", environment: ["PATH": ".:\(tool.directory.path)/bin"])
      #expect(none.code == 3 && none.err.contains("git is not on the PATH"), "\(none.err)")
    }
    #expect(try tool.shell("rung check --since main --as tenbyte a.json; echo $?").out == "2\n")
    #expect(try tool.shell("rung diff --base main - < a.yaml; echo $?").out == "2\n")
    #expect(try tool.shell("rung diff a.yaml; echo $?").out == "2\n")
    let elsewhere = try Repository()
    try elsewhere.sh("git config core.worktree /; echo >> channels/a.yaml")
    for command in ["diff --base main", "check --since main"] {
      let result = try elsewhere.rung(command)
      #expect(result.code == 3 && result.out == "" && result.err.contains("the work tree of git is /, which is not the repository of"), "\(result.out)\(result.err)")
    }
    guard Privilege.isRoot else { return }
    let repository = try Repository()
    try repository.sh("chown -R 65534 .")
    let result = try repository.rung("diff --base main")
    #expect(result.code == 3 && result.err.contains("dubious ownership"), "\(result.err)")
  }

  // MARK: Canaries

  struct Trap: Sendable, CustomTestStringConvertible {
    let name: String
    /// Lines of shell; `$T` is a program that leaves a canary.
    let lay: String
    /// What sets it off, to see that it would.
    var control: String?
    var environment: [String: String] = [:]
    var folder = "."
    var testDescription: String { name }
  }

  private static let traps = [
    Trap(name: "fsmonitor", lay: "git config core.fsmonitor $T", control: "git status"),
    Trap(name: "clean filter", lay: "git config filter.x.clean $T; echo '*.yaml filter=x' > .gitattributes; echo >> base.yaml", control: "git diff"),
    Trap(name: "smudge filter", lay: "git config filter.x.smudge $T; echo '*.yaml filter=x' > .gitattributes", control: "git cat-file --filters main:base.yaml"),
    Trap(name: "filter process", lay: "git config filter.x.process $T; git config filter.x.required true; echo '*.yaml filter=x' > .gitattributes; echo >> base.yaml", control: "git diff; true"),
    Trap(name: "textconv", lay: "git config diff.x.textconv $T; echo '*.yaml diff=x' > .gitattributes", control: "git cat-file --textconv main:base.yaml"),
    Trap(name: "diff command", lay: "git config diff.x.command $T; echo '*.yaml diff=x' > .gitattributes; echo >> base.yaml", control: "git diff"),
    Trap(name: "external diff", lay: "git config diff.external $T; echo >> base.yaml", control: "git diff"),
    Trap(name: "hooks", lay: "git config core.hooksPath hooks; mkdir hooks; for h in post-index-change reference-transaction post-checkout pre-auto-gc; do cp $T hooks/$h; done", control: "git tag x"),
    Trap(name: "hooks of the repository", lay: "for h in post-index-change reference-transaction post-checkout pre-auto-gc; do cp $T .git/hooks/$h; done", control: "git tag x"),
    Trap(name: "aliases", lay: "for a in rev-parse cat-file x; do git config alias.$a \"!$T\"; done", control: "git x"),
    Trap(name: "pager", lay: "git config core.pager $T; git config pager.cat-file $T; git config pager.rev-parse true", control: "script -qc 'git log' /dev/null"),
    Trap(name: "ssh and proxies", lay: "git config core.sshCommand $T; git config core.gitProxy $T; git config credential.helper $T; git config core.askPass $T; git config remote.origin.url ssh://x/y", control: "git fetch; true"),
    Trap(name: "a lazy fetch by upload-pack", lay: lazy("git config remote.origin.uploadpack $T; git config remote.origin.url \"$PWD\"")),
    Trap(name: "a lazy fetch by ssh", lay: lazy("git config core.sshCommand $T; git config remote.origin.url ssh://x/y; git config protocol.ssh.allow always"), control: "git cat-file -e main:channels/a.yaml; true"),
    Trap(name: "a lazy fetch by a helper", lay: lazy("git config remote.origin.url \"ext::$T\"; git config protocol.ext.allow always"), control: "git cat-file -e main:channels/a.yaml; true"),
    Trap(name: "git in the current directory", lay: "cp $T git; chmod +x git; cp $T channels/git", control: "PATH=.:$PATH git", environment: ["PATH": ".:\(Tool.binary.deletingLastPathComponent().path)::/usr/bin:/bin"]),
    Trap(name: "a bare repository inside", lay: bare, control: "cd inner && git add -A .; git status; true", folder: "inner"),
    Trap(name: "a bare repository beside specs", lay: bare + "; cp channels/own.yaml inner/"),
    Trap(name: "programs of the environment", lay: "true", environment: ["GIT_EXTERNAL_DIFF": "TRAP", "GIT_PAGER": "TRAP", "GIT_SSH_COMMAND": "TRAP", "GIT_ASKPASS": "TRAP", "GIT_TRACE": "CANARY", "GIT_TRACE2": "CANARY", "GIT_TRACE_SETUP": "CANARY", "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere", "GIT_INDEX_FILE": "/nowhere", "GIT_EXEC_PATH": "/nowhere", "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_CONFIG_PARAMETERS": "'core.pager'='TRAP'"]),
    Trap(name: "a name like an option", lay: "mkdir ./--output=canary ./--upload-pack=$(basename $T); cp channels/own.yaml ./--output=canary/; cp channels/own.yaml ./--textconv.yaml"),
  ]

  /// A clone that lacks the text of a file.
  private static func lazy(_ more: String) -> String {
    "git config core.repositoryFormatVersion 1; git config extensions.partialClone origin; git config remote.origin.promisor true; \(more); o=$(git rev-parse main:channels/a.yaml); rm -f .git/objects/$(echo $o | cut -c1-2)/$(echo $o | cut -c3-)"
  }

  private static let bare = "mkdir -p inner/objects inner/refs; echo 'ref: refs/heads/main' > inner/HEAD; printf '[core]\\n\\trepositoryformatversion = 0\\n\\tbare = false\\n\\tworktree = ..\\n\\tfsmonitor = %s\\n' $T > inner/config"

  @Test("nothing of a checkout runs", arguments: traps)
  func canaries(_ trap: Trap) throws {
    let repository = try Repository()
    let canary = repository.tool.path("../canary-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: canary) }
    try repository.tool.write("trap.sh", "#!/bin/sh\ntouch '\(canary)'\nexit 1\n")
    let path = repository.tool.path("trap.sh")
    try repository.sh("chmod +x trap.sh; T=\(path); \(trap.lay)")
    let environment = trap.environment.mapValues { $0.replacing("TRAP", with: path).replacing("CANARY", with: canary) }
    for line in ["diff --base main", "diff --base main --plan", "check --since main", "diff --base main channels/a.yaml", "check --since HEAD~0 ."] {
      let result = try repository.rung(line, environment, in: trap.folder)
      #expect(!FileManager.default.fileExists(atPath: canary), "\(line) ran it: \(result.out)\(result.err)")
      #expect(result.code != 2, "\(result.err)")
      if trap.name.contains("lazy"), line.hasPrefix("diff") {
        #expect(result.code == 3 && result.err.contains("main:channels/a.yaml is not in this clone"), "\(result.out)\(result.err)")
      } else if trap.folder == "." {
        #expect(result.code == 0 || line.hasPrefix("check"), "\(result.out)\(result.err)")
        #expect(!result.err.contains("git "), "\(result.err)")
      }
    }
    guard let control = trap.control else { return }
    _ = try repository.tool.shell("cd \(trap.folder == "inner" ? "." : trap.folder); { \(control); } > /dev/null 2>&1", environment: Repository.environment)
    #expect(FileManager.default.fileExists(atPath: canary), "the trap does not work")
  }

  // MARK: Standard input

  @Test("standard input has a name, and what it extends is relative to that")
  func standardInput() throws {
    let repository = try Repository()
    let text = Repository.channel("a")
    for command in ["check", "compile", "plan", "matrix", "report", "ladder inspect", "explain --value", "diff channels/b.yaml"] {
      try repository.tool.write("in.txt", text)
      let tail = command.hasPrefix("explain") ? " video" : ""
      let without = try repository.rung("\(command) -\(tail) < in.txt")
      #expect((without.out + without.err).contains("`../base.yaml` lies outside") || (without.out + without.err).contains("`../base.yaml` does not exist") || without.code != 0, "\(command): \(without.out)\(without.err)")
      let named = try repository.rung("\(command) -\(tail) --stdin-filename ./channels//a.yaml < in.txt")
      #expect(!(named.out + named.err).contains("../base.yaml`"), "\(command): \(named.out)\(named.err)")
      try repository.tool.write("in.txt", text + "label: {}\n")
      let wrong = try repository.rung("\(command) -\(tail) --stdin-filename channels/new.yaml < in.txt")
      #expect(command == "matrix" || command.hasPrefix("explain") || (wrong.out + wrong.err).contains("channels/new.yaml:5:1"), "\(command): \(wrong.out)\(wrong.err)")
      #expect(!(wrong.out + wrong.err).contains("<stdin>"), "\(command): \(wrong.out)\(wrong.err)")
    }
    // The name decides on the form, as that of a file does.
    for command in ["check --as tenbyte", "import --from tenbyte", "convert --from tenbyte --for mkio"] {
      let result = try repository.tool.shell("echo '{\"a\": 1}' | rung \(command) - --stdin-filename bodies/x.json")
      #expect(result.code != 0 && (result.out + result.err).contains("bodies/x.json:1:2"), "\(command): \(result.out)\(result.err)")
    }
    // It is compared with the file of that name.
    let unchanged = try repository.rung("check --since main - --stdin-filename channels/a.yaml < channels/a.yaml")
    #expect(unchanged.code == 0 && unchanged.err.hasPrefix("0 files, 1 passed over"), "\(unchanged.out)\(unchanged.err)")
    let changed = try repository.rung("diff --base main - --stdin-filename channels/a.yaml < channels/b.yaml")
    #expect(changed.code == 0 && changed.out.contains("\"a\" → \"b\""), "\(changed.out)\(changed.err)")
    let idle = try repository.rung("check channels/a.yaml --stdin-filename x.yaml")
    #expect(idle.code == 2 && idle.err.contains("name `-` as well"), "\(idle.err)")
    let outside = try repository.tool.shell("printf 'rung: 1\\nname: x\\nextends: ../../../etc/hostname\\n' | rung check - --stdin-filename channels/x.yaml")
    #expect(outside.code == 1 && (outside.out.contains("lies outside the repository") || outside.out.contains("does not exist")), "\(outside.out)")
  }
}

extension Repository {
  func rung(_ line: String, _ more: [String: String], in folder: String) throws -> Tool.Result {
    try tool.shell("cd '\(folder)' && rung \(line)", environment: Self.environment.merging(more) { $1 })
  }
}
