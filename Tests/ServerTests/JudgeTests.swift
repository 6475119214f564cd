import Foundation
import RungTestSupport
import Testing

/// The server, driven by the clients of editors.
@Suite struct JudgeTests {
  @Test("Neovim shows findings, completes, applies a quick fix, formats and renames, and `rung check` agrees", .enabled(if: Judge.present(.neovim)))
  func neovim() throws {
    let folder = try Folder()
    try folder.write(
      "news.rung.yaml",
      """
      rung: 1
      name: Live TV Channel
      targets:
        tenbyte: {region: sg-edge-04}
      ingest: {mode: push, protocols: [rtmp]}
      ladder:
        defaults: {fps: 25, keyframe_interval: 2s, codec: h264, audio: {codec: aac, channels: 2, sample_rate: 48 kHz, bitrate: 128k}}
        renditions:
          - {name: 1080p, resolution: 1920x1080, bitrate: 3000k}
          - {name: 720p, resolution: 1280x720, bitrate: 1500k, leval: "4.0"}
      packaging:
        hls: {segment_format: mpegts}

      """)
    let spec = folder.path("news.rung.yaml")
    #expect(Repository.shell("'\(EditorProcess.program)' check --quiet '\(spec)'").status == 1)
    let script = "\(Repository.root)/Tests/ServerTests/judges/neovim.lua"
    let run = Repository.shell("cd '\(folder.path("."))' && \(settings("neovim.lua", folder)) SPEC='\(spec)' timeout 120 nvim --headless -u NONE -c 'luafile \(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
    #expect(Repository.shell("'\(EditorProcess.program)' check --quiet '\(spec)'").status == 0)
    #expect(Repository.shell("'\(EditorProcess.program)' fmt --check --quiet '\(spec)'").status == 0)
    #expect(try folder.read("news.rung.yaml").contains("- {name: hd, resolution: 1280x720, bitrate: 1500k, level: \"4.0\"}"))
  }

  @Test("Emacs shows findings, applies a quick fix, completes and formats", .enabled(if: Judge.present(.emacs)))
  func emacs() throws {
    let folder = try Folder()
    try folder.write("news.rung.yaml", "rung: 1\nname: a\ntargts: [tenbyte]\ningest: {mode:   push}\n")
    let script = "\(Repository.root)/Tests/ServerTests/judges/emacs.el"
    let run = Repository.shell(
      "cd '\(folder.path("."))' && \(settings("emacs.el", folder)) SPEC='\(folder.path("news.rung.yaml"))' timeout 120 emacs -Q --batch -l '\(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
    #expect(try folder.read("news.rung.yaml") == "rung: 1\nname: a\ntargets: [tenbyte]\ningest: {mode: push}\n")
  }

  /// Variables of a shell: the built `rung` first in PATH, and settings of docs/editors.md.
  private func settings(_ example: String, _ folder: Folder) -> String {
    let products = URL(fileURLWithPath: EditorProcess.program).deletingLastPathComponent().path
    return "HOME='\(folder.path("."))' PATH='\(products)':\"$PATH\" SETTINGS='\(Repository.root)/docs/examples/\(example)'"
  }

  @Test("the settings of other editors start the server", arguments: ["kate.json", "glspc.json", "helix.toml"])
  func settings(_ example: String) throws {
    let text = try #require(Repository.text("docs/examples/\(example)"))
    let words: [String]
    if example.hasSuffix(".toml") {
      words = text.matches(of: /(?m)^(?:command|args) = \[?"([a-z]+)"\]?$/).map { String($0.1) }
    } else {
      let settings = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? EditorProcess.Message)
      let servers = settings["servers"] as? [String: EditorProcess.Message]
      words = servers?["yaml"]?["command"] as? [String] ?? [settings["glspc.server.command"] as? String ?? ""] + (settings["glspc.server.commandArguments"] as? [String] ?? [])
    }
    #expect(words == ["rung", "lsp"])
    let server = try EditorProcess()
    try server.start()
    #expect(try server.shutDown() == 0)
  }

  @Test("the reference client negotiates, lists and calls every tool, and `rung` prints the same", .enabled(if: Judge.present(.mcp, .pytestLSP)))
  func tools() throws {
    let script = "\(Repository.root)/Tests/ServerTests/judges/tools.py"
    let run = Repository.shell("RUNG='\(EditorProcess.program)' '\(Judge.python)' -m pytest -q -p no:cacheprovider -W ignore '\(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
  }

  @Test("with the capabilities of Neovim, VS Code and Emacs every feature answers as the protocol has it", .enabled(if: Judge.present(.pytestLSP)))
  func features() throws {
    let script = "\(Repository.root)/Tests/ServerTests/judges/features.py"
    let run = Repository.shell("RUNG='\(EditorProcess.program)' '\(Judge.python)' -m pytest -q -p no:cacheprovider -o asyncio_mode=auto '\(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
  }
}
