import Rung
import RungProviders
import RungSource
import RungTestSupport
import Testing

@Suite struct PageTests {
  @Test("a small page comes to what was recorded")
  func golden() throws {
    let path = "Tests/Golden/four-providers/report.html"
    let page = try Pages.page(ofGolden: "four-providers", for: ["tenbyte"])
    guard Repository.text(path) != page else { return }
    let isRecording = Repository.variable("RECORD") != nil
    if isRecording { _ = Repository.write(page, to: path) }
    Issue.record("\(path) differs from what was recorded\(isRecording ? "; recorded: look at it in a browser before you commit it" : "")")
  }

  @Test("pages are well formed, hold nothing but what a page of Rung has, and lead nowhere else", .enabled(if: Judge.present(.html5lib)))
  func judged() throws {
    let folder = try #require(Repository.temporaryFolder())
    defer { _ = Repository.shell("rm -r '\(folder)'") }
    var pages = ["several": Pages.page(Pages.several), "hostile": Pages.page(Pages.hostile, name: "<b onclick='x'>\"&.yaml")]
    pages["delivered"] = try Pages.delivered()
    for codec in LadderRequest.Codec.allCases { pages["designed-\(codec)"] = try Pages.designed(codec) }
    pages["empty"] = Pages.page("")
    pages["broken"] = Pages.page("rung: [1\nname: <script>\n")
    pages["not-utf8"] = report(SourceInput(name: "a.yaml", bytes: [0xFF, 0xFE, 0x00, 0x3C])).html
    for golden in GoldenCase.all {
      for spec in golden.specs {
        let name = "\(golden.folder.split(separator: "/").last ?? "")-\(spec)"
        pages[name] = report(SourceInput(name: spec, bytes: golden.bytes(of: spec) ?? []), loader: golden.loader).html
      }
    }
    for (name, page) in pages { #expect(Repository.write(page, to: "\(folder)/\(name).html")) }
    let result = Repository.shell("'\(Judge.python)' Tests/ReportTests/judge.py '\(folder)'/*.html")
    #expect(result.status == 0, "\(result.output)")
    // A judge that finds nothing in anything would be no judge.
    let bad = pages["hostile"]?.replacing("</main>", with: "<p><script src=x></script><th></main>") ?? ""
    #expect(Repository.write(bad, to: "\(folder)/bad.html"))
    let refused = Repository.shell("'\(Judge.python)' Tests/ReportTests/judge.py '\(folder)/bad.html'")
    #expect(refused.status == 1 && refused.output.contains("an element script"), "\(refused.output)")
  }

  @Test("every example of every rule makes a page, the same one each time")
  func examples() {
    for (number, example) in Depth.some(allRules.flatMap { $0.bad + $0.good }, quick: 60).enumerated() {
      let text = MarkedText(example.text).text
      let page = Pages.page(text)
      #expect(page.hasSuffix("</html>\n"), "\(text)")
      if number % 20 == 0 { #expect(page == Pages.page(text), "\(text)") }
    }
  }

  @Test("what others wrote is text")
  func escapes() {
    let page = Pages.page(Pages.hostile, name: "<i>.yaml")
    #expect(!page.lowercased().contains("<script"))
    #expect(!page.contains("<img"))
    #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(&#39;name&#39;)&lt;/script&gt;\\u{1}\\u{202E}name\u{FFFD} &amp; &lt;!-- &quot;quoted&quot;"))
    #expect(page.contains("&lt;i&gt;.yaml"))
    #expect(page.contains("`code` &amp; `more"))
  }

  @Test("secrets stand on no page")
  func secrets() {
    let spec = Pages.mixed + """
      simulcast: [{url: "rtmp://user:hunter2-in-url@live.example.com/app", key: hunter2-key}]
      webhook: "https://hooks.example.com/?token=hunter2-token"

      """
    for text in [spec, Pages.audio + "---\n" + spec, spec.replacing("Cup Final", with: "hunter2-in-the-clear"), spec + "oops: [\n"] {
      #expect(!Pages.page(text).contains("hunter2"))
    }
    #expect(Pages.page(spec).contains("a secret is written in plain text"))
  }

  @Test("each stream has a section with its own findings")
  func several() throws {
    let page = Pages.page(Pages.several)
    let parts = page.split(separator: "<section class=\"stream\"", omittingEmptySubsequences: false)
    #expect(parts.count == 5)
    #expect(parts[1].contains("spec/literal-secret") && !parts[2].contains("spec/literal-secret") && !parts[3].contains("spec/literal-secret"))
    #expect(parts[3].contains(">Night Radio</h2>") && !parts[3].contains("<svg class=\"wide\""))
    #expect(parts[4].contains("The spec has no ladder."))
    let alone = Pages.page(Pages.audio)
    #expect(alone.contains("<h1>Night Radio</h1>") && !alone.contains("<section class=\"stream\""))
    // Two streams that cannot both be: that is about the file.
    let name = "targets: {mkio: {project: acme, event: final}}\n"
    let both = Pages.page("rung: 1\nname: a\n\(name)---\nrung: 1\nname: b\n\(name)")
    #expect(both.contains("Findings about the file as a whole"))
    #expect(!page.contains("Findings about the file as a whole"))
  }

  @Test("a page of many streams draws the first ones, and lists no rule more than a thousand times", .enabled(if: Depth.isFull, "RUNG_DEPTH=full"))
  func manyStreams() {
    let text = (0..<350).map { number in
      "---\nrung: 1\nname: s\(number)\ntargets: [tenbyte]\n" + (0..<5).map { "ingezt\($0): 1\n" }.joined()
    }.joined()
    let page = report(SourceInput(name: "news.yaml", text: text))
    #expect(page.hasErrors)
    #expect(page.html.ranges(of: "<section class=\"stream\"").count == 300)
    #expect(page.html.contains("50 streams more are in this file and not drawn; move them to their own files to draw them."))
    #expect(page.html.ranges(of: "<code class=\"rule\">spec/unknown-key</code></p>").count == 1000)
    let keys = report(SourceInput(name: "news.yaml", text: "rung: 1\nname: news\ntargets: [tenbyte]\n" + (0..<1500).map { "ingezt\($0): 1\n" }.joined()))
    #expect(keys.html.utf8.count < 600_000)
    #expect(keys.html.contains("more notes: <code>rung matrix</code>."))
  }

  @Test("a text that does not read makes a page that says why")
  func unreadable() {
    let result = report(SourceInput(name: "a.yaml", text: "rung: [1\n"))
    #expect(result.hasErrors)
    #expect(result.html.contains("There is no stream in this file.") && result.html.contains("<code>a.yaml:"))
    #expect(!report(SourceInput(name: "a.yaml", text: Pages.audio), for: []).html.contains("class=\"verdicts\""))
  }

  @Test("the line of a finding stands there, with the place marked")
  func lines() {
    let page = Pages.page(Pages.mixed)
    #expect(page.contains("<span class=\"line\">11</span><code>  token: <mark>••••••••</mark></code>"))
    #expect(page.contains("<code>channel.yaml:11:10</code> <code class=\"rule\">spec/literal-secret</code>"))
  }

  @Test("only what a provider's overrides make of the ladder counts where it is asked for alone")
  func overrides() {
    let spec = """
      rung: 1
      name: n
      targets: {tenbyte: {region: sg, overrides: {ladder: {drop: [low]}}}}
      ladder:
        defaults: {fps: 25, codec: h264}
        renditions:
          - {name: high, resolution: 1280x720, bitrate: 2M}
          - {name: low, resolution: 640x360, bitrate: 1M}

      """
    #expect(Pages.page(spec).contains("scope=\"row\">low</th>"))
    #expect(!Pages.page(spec, for: ["tenbyte"]).contains("scope=\"row\">low</th>"))
  }

  @Test("the providers that are meant are named, and the others are judged only when asked")
  func targets() throws {
    let (page, all) = (Pages.page(Pages.mixed), report(SourceInput(name: "channel.yaml", text: Pages.mixed), all: true).html)
    for page in [page, all] {
      #expect(page.contains("<dt>judged for</dt><dd>Tenbyte, MK.IO</dd>") && page.contains("<dt>Tenbyte</dt>") && page.contains("<dt>MK.IO</dt>"))
      #expect(page.ranges(of: "<li class=\"finding ").count > 5)
    }
    #expect(!page.contains("<dt>LiveKit") && !page.contains("livekit/"))
    #expect(all.contains("<dt>LiveKit <span class=\"asked\">not a target</span></dt>"))
    #expect(all.ranges(of: "<li class=\"finding ").count == page.ranges(of: "<li class=\"finding ").count)
    let nobody = Pages.page("rung: 1\nname: news\n")
    #expect(nobody.contains("<dt>judged for</dt><dd>no provider</dd>") && nobody.contains("<code>rung report --all</code>"))
    #expect(!nobody.contains("<table class=\"matrix\">"))
  }

  @Test("findings come before footnotes")
  func order() throws {
    let page = Pages.page(Pages.mixed)
    let (finding, footnote) = (page.firstRange(of: "<li class=\"finding "), page.firstRange(of: "<ol class=\"notes\">"))
    #expect(try #require(finding).lowerBound < #require(footnote).lowerBound)
  }

  @Test("the version and the newest fact are on the page, and no other day but one that was given")
  func edition() throws {
    let days = Providers.all.flatMap { $0.published.flatMap(\.lines).compactMap(\.citation.checked) }
    let page = Pages.page(Pages.audio)
    let line = try #require(page.firstMatch(of: /Rung ([0-9.]+), newest fact checked on ([0-9-]+)\./))
    #expect(String(line.1) == rungVersion)
    #expect(try String(line.2) >= #require(days.max()))
    let dated = report(SourceInput(name: "channel.yaml", text: Pages.audio), date: "2027-01-31").html
    #expect(dated.replacing(", drawn on 2027-01-31", with: "") == page && dated != page)
  }

  @Test("equal ratios are equally far apart, and more is further up and to the right")
  func scales() throws {
    let steps = [("a", "1920x1080", "4M"), ("b", "960x540", "2M"), ("c", "480x270", "1M")]
    let list = steps.map { "{name: \($0.0), resolution: \($0.1), bitrate: \($0.2)}" }.joined(separator: ", ")
    let page = Pages.page("rung: 1\nname: n\nladder: {defaults: {codec: av1, fps: 25}, renditions: [\(list)]}\n")
    let wide = try #require(page.firstRange(of: "<svg class=\"wide\"").map { page[$0.lowerBound...] })
    let dots = wide.matches(of: /<circle class="rung" cx="([0-9.]+)" cy="([0-9.]+)"/).prefix(3).compactMap { match in
      Double(match.1).flatMap { x in Double(match.2).map { (x: x, y: $0) } }
    }
    try #require(dots.count == 3)
    #expect(abs((dots[0].x - dots[1].x) - (dots[1].x - dots[2].x)) < 0.3 && dots[0].x - dots[1].x > 20, "\(dots)")
    #expect(abs((dots[1].y - dots[0].y) - (dots[2].y - dots[1].y)) < 0.3 && dots[1].y - dots[0].y > 20, "\(dots)")
  }
}
