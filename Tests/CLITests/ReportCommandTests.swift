import Foundation
import Testing

@Suite struct ReportCommandTests {
  private let tool: Tool

  init() throws { tool = try Tool() }

  @Test func pages() throws {
    try tool.write("a.yaml", Spec.good)
    try tool.write("bad.yaml", Spec.bad)
    let printed = try tool.run("report", "a.yaml")
    #expect(printed.code == 0 && printed.err == "")
    #expect(printed.out.hasPrefix("<!DOCTYPE html>\n") && printed.out.hasSuffix("</html>\n"))
    #expect(printed.out.contains("<h1>Live TV Channel</h1>"))
    let written = try tool.run("report", "a.yaml", "-o", "a.html")
    #expect(written.code == 0 && written.out == "" && written.err == "")
    #expect(try tool.read("a.html") == printed.out)
    #expect(try tool.run("report", "-", input: Spec.good).out.contains("&lt;stdin&gt;"))
    // With errors there is a page all the same.
    let bad = try tool.run("report", "bad.yaml", "-o", "a.html")
    #expect(bad.code == 1)
    #expect(try tool.read("a.html").contains("spec/unit-missing"))
    #expect(try tool.names() == ["a.html", "a.yaml", "bad.yaml"])
  }

  @Test func refusals() throws {
    try tool.write("a.yaml", Spec.good)
    try tool.write("folder/b.yaml", Spec.good)
    #expect(try tool.run("report", "a.yaml", "--for", "nobody").code == 2)
    #expect(try tool.run("report", "gone.yaml").code == 3)
    let folder = try tool.run("report", "a.yaml", "-o", "folder")
    #expect(folder.code == 3 && folder.err.contains("folder is a directory; name a file in it"))
    #expect(try tool.run("report", "a.yaml", "-o", "gone/a.html").err.contains("its directory does not exist"))
    let one = try tool.run("report", "a.yaml", "--for", "tenbyte").out
    #expect(one.contains("<dt>Tenbyte</dt>") && !one.contains("<dt>LiveKit</dt>"))
  }

  @Test("a page has the day of --date, then that of SOURCE_DATE_EPOCH, and no other")
  func days() throws {
    try tool.write("a.yaml", Spec.good)
    let page = try tool.run("report", "a.yaml").out
    #expect(!page.contains("drawn on"))
    #expect(try tool.run("report", "a.yaml", "--date", "2024-02-29").out.contains(", drawn on 2024-02-29."))
    for wrong in ["2026-02-29", "2026-1-1", "today", "", "20261120", "99999-01-01", "2026-11-20-1"] {
      #expect(try tool.run("report", "a.yaml", "--date=\(wrong)").code == 2, "\(wrong)")
    }
    #expect(try tool.run("report", "a.yaml", environment: ["SOURCE_DATE_EPOCH": "1795132800"]).out.contains(", drawn on 2026-11-20."))
    #expect(try tool.run("report", "a.yaml", "--date", "2024-02-29", environment: ["SOURCE_DATE_EPOCH": "x"]).out.contains(", drawn on 2024-02-29."))
    let wrong = try tool.run("report", "a.yaml", environment: ["SOURCE_DATE_EPOCH": "yesterday"])
    #expect(wrong.code == 2 && wrong.err.contains("SOURCE_DATE_EPOCH must be a number of seconds"))
  }

  @Test("providers that are not meant are on the page with --all")
  func all() throws {
    try tool.write("a.yaml", Spec.good)
    #expect(try !tool.run("report", "a.yaml").out.contains("not a target"))
    #expect(try tool.run("report", "a.yaml", "--all").out.contains("not a target"))
  }
}
