import Foundation
import Rung
import RungTestSupport
import Testing

/// Pages in Chromium, at the width of a phone and of a desk, light and dark: nothing is wider than the page, and no text
/// lies on other text. `RUNG_SCREENSHOTS=FOLDER` keeps the pictures.
@Suite(.enabled(if: Judge.present(.chromium))) struct BrowserTests {
  private struct Measured {
    var values: [String: String] = [:]
    var faults: [String] = []
    var picture: [UInt8] = []
  }

  private static func measure(_ name: String, _ page: String, width: Int, isDark: Bool) throws -> Measured {
    let browser = try #require(Judge.browser, "\(Judge.chromium.advice), or name one in RUNG_CHROMIUM")
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    let script = try #require(Repository.text("Tests/ReportTests/measure.js"))
    // The policy of the page would keep the test's script from running.
    let open = page.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    try #require(open != page)
    #expect(Repository.write(open.replacing("</body>", with: "<script>\(script)</script></body>"), to: "\(folder)/page.html"))
    #expect(Repository.write(page, to: "\(folder)/still.html"))
    let frame = """
      <!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><pre id="measured"></pre>
      <script>addEventListener("message", (event) => { document.getElementById("measured").textContent = event.data; });</script>
      <iframe src="page.html" style="border: 0; width: \(width)px; height: 1400px"></iframe>
      """
    #expect(Repository.write(frame, to: "\(folder)/frame.html"))
    let flags = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars"
      + " --user-data-dir='\(folder)/profile' --window-size=\(width),1400 --blink-settings=preferredColorScheme=\(isDark ? 0 : 1)"
    let dump = Repository.shell("timeout 120 '\(browser)' \(flags) --virtual-time-budget=5000 --dump-dom 'file://\(folder)/frame.html' 2>/dev/null")
    let list = try #require(dump.output.firstMatch(of: /<pre id="measured">([^<]+)<\/pre>/)?.1, "\(browser) measured nothing: \(dump.output.suffix(500))")
    var measured = Measured()
    for line in list.split(separator: " ").compactMap({ $0.removingPercentEncoding }) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts[0] == "fault" { measured.faults.append(parts[1]) } else { measured.values[parts[0]] = parts[1] }
    }
    let shot = Repository.shell("timeout 120 '\(browser)' \(flags) --screenshot='\(folder)/page.png' 'file://\(folder)/still.html'")
    measured.picture = Repository.bytes("\(folder)/page.png") ?? []
    #expect(measured.picture.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(shot.output.suffix(500))")
    if let keep = Repository.variable("RUNG_SCREENSHOTS") {
      _ = Repository.shell("mkdir -p '\(keep)' && cp '\(folder)/page.png' '\(keep)/\(name)-\(width)-\(isDark ? "dark" : "light").png'")
    }
    return measured
  }

  @Test("pages fit and nothing lies on anything", arguments: [360, 1280])
  func layout(_ width: Int) throws {
    for (name, page) in [("several", Pages.page(Pages.several)), ("news", try Pages.page(ofGolden: "news")), ("delivered", try Pages.delivered()), ("designed", try Pages.designed())] {
      let light = try Self.measure(name, page, width: width, isDark: false)
      let dark = try Self.measure(name, page, width: width, isDark: true)
      for (measured, paper) in [(light, "rgb(253, 252, 250)"), (dark, "rgb(22, 22, 20)")] {
        #expect(measured.values["inner"] == "\(width)")
        #expect(measured.values["scroll"] == "\(width)", "\(name) is wider than the page")
        #expect(measured.values["paper"] == paper)
        #expect(measured.faults == [], "\(name) at \(width)")
        #expect(Int(measured.values["pieces"] ?? "") ?? 0 > 100)
        #expect(Int(measured.values["drawings"] ?? "") ?? 0 > (name == "designed" ? 0 : 1))
        #expect(measured.values["narrow"] == (width < 832 ? measured.values["drawings"] : "0"))
      }
      #expect(light.picture != dark.picture)
    }
  }

  @Test("the measure sees what is wrong")
  func bad() throws {
    let page = Pages.page(Pages.audio).replacing(
      "</main>", with: "<p style='width: 3000px'>\(String(repeating: "wide ", count: 500))</p><p style='margin-top: -1em'>over it</p></main>")
    let measured = try Self.measure("bad", page, width: 360, isDark: false)
    #expect(measured.values["scroll"] != "360")
    #expect(measured.faults.contains { $0.hasPrefix("beyond the page") } && measured.faults.contains { $0.hasPrefix("on one another") }, "\(measured.faults)")
  }
}
