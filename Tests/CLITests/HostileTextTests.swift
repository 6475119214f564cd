import Foundation
import RungTestSupport
import Testing

/// The built tool, given names that want to be more than names: of files, of streams, on the command line.
@Suite struct HostileTextTests {
  static let names = [
    "a\n::warning file=x::FORGED", "::error::x", "a\u{1B}[31m\u{7}\u{202E}\u{9B}2J\u{2028}\u{200B}b", "##vso[task.setvariable variable=a]b", "a\r##[error]x",
  ]

  private static func expectHarmless(_ result: Tool.Result, _ what: String) {
    for (text, stream) in [(result.out, "stdout"), (result.err, "stderr")] {
      for scalar in text.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        guard category == .control || category == .format || category == .lineSeparator || category == .paragraphSeparator else { continue }
        Issue.record("\(what): U+\(String(scalar.value, radix: 16)) on \(stream)")
      }
      for line in text.split(separator: "\n") {
        let start = line.drop { $0.isWhitespace }
        if start.hasPrefix("::") || start.hasPrefix("FORGED") || line.contains(/##[a-z]*\[/) { Issue.record("\(what), \(stream): \(line)") }
      }
    }
  }

  @Test("a name of a file", arguments: Depth.some(names, quick: 3))
  func file(_ name: String) throws {
    let tool = try Tool()
    let file = "\(name).yaml"
    let quoted = String(decoding: try JSONEncoder().encode(name), as: UTF8.self)
    let spec = Spec.good.replacingOccurrences(of: "Live TV Channel", with: quoted)
      .replacingOccurrences(of: "{region: sg-edge-04}", with: "{region: \(quoted), extra: {\(quoted): \(quoted)}}")
    try tool.write("dir/\(file)", spec)
    try tool.write("dir/bad \(file)", Spec.bad)
    try tool.write("dir/\(name).json", "{\"rung\": 1,\n\(quoted)")
    try tool.write("plain.yaml", Spec.good)
    try FileManager.default.createSymbolicLink(atPath: tool.path("dir/broken \(file)"), withDestinationPath: "nowhere")
    try FileManager.default.createSymbolicLink(atPath: tool.path("dir/\(name) broken.yaml"), withDestinationPath: "nowhere")
    let missing = "missing \(file)"
    let lines = [
      ["check", "dir"], ["check", "dir/\(file)", "dir/bad \(file)"], ["check", missing], ["check", "dir", "--format", "json"], ["check", "\(name)*.yaml"],
      ["check", "--as", "tenbyte", "dir/\(file)"], ["compile", "dir/\(file)"], ["compile", "dir/\(file)", "--out", name], ["compile", missing],
      ["compile", "plain.yaml", "--out", "dir/\(file)"], ["compile", "dir/bad \(file)"], ["compile", "plain.yaml", "--request", name],
      ["plan", "dir/\(file)"], ["plan", "dir/\(file)", "--stream", name], ["plan", "plain.yaml", "--stream", name],
      ["plan", "dir/\(file)", "--format", "curl"], ["plan", "dir/\(file)", "--format", "http"], ["plan", "dir/\(file)", "--format", "json", "--teardown"],
      ["diff", "plain.yaml", "dir/\(file)"], ["diff", "dir/\(file)", "plain.yaml", "--format", "markdown"], ["diff", "plain.yaml", "dir/\(file)", "--plan"],
      ["diff", missing, "plain.yaml"], ["diff", "dir/\(file)", "plain.yaml", "--stream", name], ["matrix", "dir/\(file)"],
      ["matrix", "dir/\(file)", "--format", "markdown"], ["ladder", "inspect", "dir/\(file)"], ["ladder", "preview", "dir/\(file)"],
      ["ladder", "preview", "dir/\(file)", "--dash"], ["ladder", "preview", "plain.yaml", "--stream", name], ["ladder", "design", "--source", name],
      ["ladder", "design", "--source", "1920x1080@30", "--codec", name], ["report", "dir/\(file)"], ["report", "plain.yaml", "-o", "\(name)/x"],
      ["import", "--from", "tenbyte", "dir/\(file)"], ["import", "--from", name, "plain.yaml"], ["import", "--from", "tenbyte", "plain.yaml", "-o", "\(name)/x"],
      ["convert", "--from", "tenbyte", "--for", name, "plain.yaml"], ["convert", "--from", "tenbyte", "--for", "mkio", "plain.yaml", "--set", name],
      ["explain", name], ["explain", "--value", "dir/\(file)"], ["explain", "--value", "dir/\(file)", name], ["explain", "--value", missing], ["rules", "--family", name],
      ["rules", "--pack", name], ["providers", name], ["presets", "show", name], ["schema", name], ["init", "dir/\(file)"], ["init", "\(name)/x.yaml"],
      ["init", "new \(file)"], ["completions", name], ["check", "plain.yaml", "--for", name], ["check", "plain.yaml", "--\(name)"], [name], ["help", name],
    ]
    for arguments in Depth.some(lines, quick: 6, from: name.utf8.count) {
      Self.expectHarmless(try tool.run(list: arguments), arguments.joined(separator: " "))
    }
  }

  @Test("a broken link cannot give a CI job a command")
  func link() throws {
    let tool = try Tool()
    try FileManager.default.createSymbolicLink(atPath: tool.path("a\n::warning::x.yaml"), withDestinationPath: "nowhere")
    let result = try tool.run("check", ".")
    #expect(result.code == 3)
    #expect(result.err.hasPrefix(#"error: a\n::warning::x.yaml does not exist"#), "\(result.err)")
  }

  @Test("who set a value is told in one line, whatever its key")
  func value() throws {
    let tool = try Tool()
    let extra = #"{region: sg-edge-04, extra: {"a\n::warning::b\e[31m": "\e]0;x\a"}}"#
    try tool.write("a.yaml", Spec.good.replacingOccurrences(of: "{region: sg-edge-04}", with: extra))
    let result = try tool.run("explain", "--value", "a.yaml")
    #expect(result.out.contains(#"a\n::warning::b\u{1B}[31m"#), "\(result.out)")
    #expect(result.out.contains(#" = "\u001B]0;x\u0007""#), "\(result.out)")
  }
}
