import Foundation
import RungTestSupport
import Testing

/// Words of the command line that are empty, unknown or no UTF-8; and such variables.
@Suite struct OddWordsTests {
  let tool: Tool

  init() throws {
    tool = try Tool()
    try tool.write("a.yaml", Spec.good)
    try tool.write("body.json", ImportCommandTests.create)
  }

  @Test("wrong usage is said in lines, and no argument makes one")
  func lines() throws {
    let missing = try tool.run("convert", "--from", "mkio", "body.json")
    #expect(missing.code == 2 && missing.err.contains("\nUsage: rung convert") && !missing.err.contains("\\n"), "\(missing.err)")
    let quoted = try tool.run("check", "--zz\n::error::forged")
    #expect(quoted.code == 2 && !quoted.err.split(separator: "\n").contains { $0.hasPrefix("::") }, "\(quoted.err)")
  }

  @Test("what is empty is wrong usage, and nothing is written", arguments: Depth.some([
    "check ''", "check --strict ''", "check a.yaml '' --format json", "check --as tenbyte ''", "check a.yaml --root ''", "check a.yaml --for ''", "check a.yaml --pack ''",
    "compile ''", "compile a.yaml --out ''", "compile a.yaml --out=", "compile a.yaml --out -", "compile a.yaml --request ''", "plan ''", "plan a.yaml --stream ''",
    "diff '' a.yaml", "diff a.yaml ''", "diff a.yaml a.yaml --stream ''", "diff a.yaml a.yaml --old-as ''", "matrix ''", "matrix a.yaml --for ''", "report ''",
    "report a.yaml -o ''", "report a.yaml --output ''", "report --output= a.yaml body.json", "report -o= a.yaml body.json", "import --from qencode ''",
    "import --from qencode body.json --name ''", "import --from qencode body.json -o ''", "import --from '' body.json", "convert --from qencode --for mkio ''",
    "convert --from qencode --for mkio body.json --set ''", "convert --from qencode --for mkio body.json --set name=", "convert --from qencode --for mkio body.json --set =a",
    "convert --from qencode --for mkio body.json --out ''", "convert --from qencode --for mkio body.json -o ''", "convert --from qencode --for mkio body.json -o x --out y",
    "ladder inspect ''", "ladder preview ''", "ladder preview a.yaml --stream ''", "ladder design --source ''", "ladder design --source 1280x720@25 -o ''", "init ''",
    "explain ''", "explain --value ''", "rules --family ''", "rules --pack ''", "providers ''", "presets show ''", "schema ''", "completions ''", "''", "help ''",
  ], quick: 10))
  func empty(_ line: String) throws {
    let result = try tool.shell("rung \(line)")
    #expect(result.code == 2 && result.out == "" && result.err.hasPrefix("error: "), "\(result.code) \(result.out)\(result.err)")
    #expect(try tool.names() == ["a.yaml", "body.json"])
    #expect(try tool.read("a.yaml") == Spec.good)
  }

  @Test("help for what is no command", arguments: [
    ("help x", "there is no command `x`; there are check, "), ("help chekc", "did you mean `rung check`?"), ("help ladder inspcet", "did you mean `rung ladder inspect`?"),
    ("help ladder x", "`rung ladder` has no command `x`; there are inspect, preview, design"), ("help check x", "`rung check` has no command `x`"),
    ("help presets shwo", "did you mean `rung presets show`?"), ("ladder inspcet a.yaml", "did you mean `rung ladder inspect`?"), ("presets x", "`rung presets` has no command `x`"),
    ("hlep", "did you mean `rung help`?"),
  ])
  func unknown(_ line: String, _ says: String) throws {
    let result = try tool.shell("rung \(line)")
    #expect(result.code == 2 && result.out == "" && result.err.contains(says), "\(result.err)")
  }

  @Test("help for what is one", arguments: ["help", "help help", "help check", "help ladder", "help ladder design", "help presets show", "ladder", "help --help"])
  func known(_ line: String) throws {
    let result = try tool.shell("rung \(line)")
    #expect(result.code == 0 && result.out.contains("USAGE: rung") && result.err == "", "\(result.err)")
  }

  @Test("a variable that gives no value is told of, and nothing is written", arguments: [
    ("", "HOOK is empty in the environment; nothing was written"), (" ", "HOOK is empty in the environment; nothing was written"), ("$(printf 'a\\351b')", "HOOK is not UTF-8 in the environment; nothing was written"),
  ])
  func variables(_ value: String, _ says: String) throws {
    try tool.write("a.yaml", Spec.good + "webhook: https://hooks.example.com/${env:HOOK}\n")
    for command in ["compile a.yaml --resolve-secrets", "compile a.yaml --resolve-secrets --out build", "compile a.yaml --for tenbyte,ffmpeg --resolve-secrets --format json"] {
      let result = try tool.shell("export HOOK=\"\(value)\"; rung \(command)")
      #expect(result.code == 3 && result.out == "" && result.err.contains(says), "\(command): \(result.err)")
    }
    #expect(try tool.names() == ["a.yaml", "body.json"])
  }

  @Test("what a spec made of bodies lacks is told, and the exit code is 1")
  func importedErrors() throws {
    let fine = try tool.run("import", "--from", "qencode", "body.json")
    #expect(fine.code == 0 && !fine.err.contains("error["), "\(fine.err)")
    let result = try tool.run("import", "--from", "qencode", "--for", "tenbyte", "body.json", "-o", "spec.yaml")
    #expect(result.code == 1 && result.err.contains("error[tenbyte/region-missing]") && result.err.contains("--> spec.yaml:"), "\(result.err)")
    #expect(try tool.run("check", "spec.yaml").code == 1)
    #expect(try tool.run("import", "--from", "qencode", "--for", "tenbyte", "body.json").err.contains("--> <stdout>:"))
    // What the body itself has wrong is told once, at its place there.
    let wrong = try tool.run("import", "--from", "qencode.create", "-", input: #"{"name": "a", "output_format": "mp4"}"#)
    #expect(wrong.code == 1 && wrong.err.components(separatedBy: "value-not-taken]").count == 2, "\(wrong.err)")
  }

  @Test("names that are no UTF-8 are read and written as they are, shown escaped, and never taken for others")
  func bytes() throws {
    let script = #"""
      f=$(printf 'x/caf\351.yaml'); mkdir x; cp a.yaml "$f"; echo 'labels: [1]' >> "$f"; cp a.yaml 'x/caf\xE9.yaml'; echo 'kind: x' >> 'x/caf\xE9.yaml'
      """#
    #expect(try tool.shell(script).code == 0)
    func places(_ line: String) throws -> [String] {
      try tool.shell("f=$(printf 'x/caf\\351.yaml'); rung \(line)").out.split(separator: "\n").filter { $0.contains("--> ") }
        .map { String($0.drop { $0 == " " }.dropFirst(4).prefix { $0 != ":" }) }
    }
    #expect(try places("check \"$f\"") == [#"x/caf\xE9.yaml"#])
    #expect(try places("check --strict \"$f\"") == [#"x/caf\xE9.yaml"#])
    #expect(try places(#"check 'x/caf\xE9.yaml'"#) == [#"x/caf\x5CxE9.yaml"#])
    #expect(try places("check x") == [#"x/caf\x5CxE9.yaml"#, #"x/caf\xE9.yaml"#])
    #expect(try places("check 'x/caf?.yaml'") == [#"x/caf\xE9.yaml"#])
    #expect(try places("check 'x/*.yaml'") == [#"x/caf\x5CxE9.yaml"#, #"x/caf\xE9.yaml"#])
    #expect(try tool.shell("rung check x --format json").out.contains(#""file": "x/caf\\xE9.yaml""#))
    let lossy = try tool.run("check", "x/caf\u{FFFD}.yaml")
    #expect(lossy.code == 3 && lossy.err.contains("does not exist"))

    let outputs = try tool.shell(#"""
      p() { printf "y/$1"; }; mkdir y; cd y; cp ../a.yaml .; cd ..
      rung report a.yaml -o "$(p '1\377.html')"; rung compile a.yaml --out "$(p '2\376')"; rung init "$(p '3\375.yaml')"; rung import --from qencode body.json -o "$(p '4\374.yaml')"
      cd y; ls -b; ls -b 2*
      """#)
    #expect(outputs.err.contains(#"wrote y/3\xFD.yaml"#) && outputs.err.contains(#"wrote y/4\xFC.yaml"#), "\(outputs.err)")
    #expect(outputs.out.hasSuffix("1\\377.html\n2\\376\n3\\375.yaml\n4\\374.yaml\na.yaml\nlive-tv-channel.tenbyte.create.json\n"), "\(outputs.out)")

    _ = try tool.shell(#"mkdir z; cd z; d=$(printf '\351'); mkdir "$d"; printf 'base: true\nlabels: [1]\n' > "$d/base.yaml"; (cat ../a.yaml; echo 'extends: base.yaml') > "$d/a.yaml""#)
    #expect(try places(#"check "$(printf 'z/\351/a.yaml')""#) == [#"z/\xE9/base.yaml"#])
  }

  @Test("a name that is no UTF-8 is refused where a text is meant", arguments: [
    "plan a.yaml --stream", "import --from qencode body.json --name", "convert --from qencode --for mkio body.json --name", "convert --from qencode --for mkio body.json --set",
    "compile a.yaml --request", "rules --family", "ladder preview a.yaml --stream", "diff a.yaml a.yaml --stream",
  ])
  func text(_ line: String) throws {
    let result = try tool.shell("rung \(line) \"$(printf 'name=N\\351')\"")
    #expect(result.code == 2 && result.err.contains("it is not UTF-8"), "\(result.err)")
  }

  @Test("names that Unicode holds to be the same are different files; so is a file called -")
  func sameNames() throws {
    try tool.write("é.yaml", Spec.bad)
    _ = try tool.shell("cp é.yaml \"$(printf 'e\\314\\201.yaml')\"; cp a.yaml ./-")
    #expect(try tool.shell("rung check a.yaml é.yaml \"$(printf 'e\\314\\201.yaml')\"").err.contains("3 files, 2 errors"))
    #expect(try tool.shell("rung check '*.yaml'").err.contains("3 files, 2 errors"))
    // Bases likewise: the second has the error.
    try tool.write("bases/é.yaml", "labels: {a: b}\n")
    _ = try tool.shell("printf 'labels: [1]\n' > \"$(printf 'bases/e\\314\\201.yaml')\"")
    try tool.write("bases/a.yaml", Spec.good + "extends: [é.yaml, e\u{301}.yaml]\n")
    #expect(try tool.run("check", "bases/a.yaml").code == 1)
    #expect(try tool.run("check", "./-").err == "1 file, nothing found\n")
    #expect(try tool.run("compile", "./-").out.contains("Live TV Channel"))
    #expect(try tool.run("ladder", "design", "--source", "1280x720@25", "-o", "-").out.hasPrefix("#"))
  }
}
