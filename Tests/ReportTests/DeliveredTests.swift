import Testing

@Suite struct DeliveredTests {
  @Test("what was delivered is beside what was asked for, and segments of another length stand out")
  func shown() throws {
    let page = try Pages.delivered()
    #expect(page.contains(">Asked for and delivered</h2>"))
    #expect(page.contains("<strong>high</strong>, asked: main"))
    #expect(page.contains("<strong>1</strong>, asked: 2"))
    #expect(page.contains("class=\"segment odd\" ") && page.contains("<title>measured segment 1: 10 s</title>"))
    #expect(page.contains("<title>predicted segment 1: 4 s</title>"))
    #expect(!page.contains("<script") && !page.contains("<img"))
    // What was found is among the findings of the stream.
    #expect(page.contains("verify/channels-differ"))
  }

  @Test("without anything delivered there is no such part")
  func absent() { #expect(!Pages.page(Pages.mixed).contains("Asked for and delivered")) }
}
