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
    let script = "\(Repository.root)/Tests/EditorTests/judges/neovim.lua"
    let run = Repository.shell("cd '\(folder.path("."))' && HOME='\(folder.path("."))' RUNG='\(EditorProcess.program)' SPEC='\(spec)' timeout 120 nvim --headless -u NONE -c 'luafile \(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
    #expect(Repository.shell("'\(EditorProcess.program)' check --quiet '\(spec)'").status == 0)
    #expect(Repository.shell("'\(EditorProcess.program)' fmt --check --quiet '\(spec)'").status == 0)
    #expect(try folder.read("news.rung.yaml").contains("- {name: hd, resolution: 1280x720, bitrate: 1500k, level: \"4.0\"}"))
  }

  @Test("with the capabilities of Neovim, VS Code and Emacs every feature answers as the protocol has it", .enabled(if: Judge.present(.pytestLSP)))
  func features() throws {
    let script = "\(Repository.root)/Tests/EditorTests/judges/features.py"
    let run = Repository.shell("RUNG='\(EditorProcess.program)' '\(Judge.python)' -m pytest -q -p no:cacheprovider -o asyncio_mode=auto '\(script)' 2>&1")
    #expect(run.status == 0, "\(run.output)")
  }
}
