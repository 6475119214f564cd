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
}
