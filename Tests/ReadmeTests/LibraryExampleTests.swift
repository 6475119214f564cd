import Testing

/// The library example of README.md does what the page says.
@Suite struct LibraryExampleTests {
  @Test func aSoundSpecCompiles() throws {
    let body = try tenbyteBody(
      of: """
        rung: 1
        name: Evening News
        targets: {tenbyte: {region: sg-edge-04}}
        ingest: {protocols: [rtmp]}
        ladder: {preset: tenbyte-balanced}
        packaging: {hls: {segment_format: mpegts}}
        """
    )
    #expect(body.contains("\"gop\": 60"))
    #expect(body.hasPrefix("{\n  \"name\": \"Evening News\""))
  }

  @Test func anUnsoundSpecSaysWhy() {
    let errors = #expect(throws: SpecErrors.self) {
      try tenbyteBody(of: "rung: 1\nname: news\nladder: {preset: tenbyte-balance}\n")
    }
    #expect(errors?.lines.contains { $0.hasPrefix("spec/unknown-preset: ") } == true)
  }
}
