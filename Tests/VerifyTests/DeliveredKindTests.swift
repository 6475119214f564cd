import RungDelivery
import Testing

@Suite struct DeliveredKindTests {
  @Test("what a file is, by its first bytes", arguments: [
    ("#EXTM3U\n", DeliveredKind.playlist), ("\u{FEFF}#EXTM3U\n", .playlist), ("\n#EXT-X-VERSION:3\n", .playlist),
    ("<?xml version=\"1.0\"?>\n<MPD/>", .manifest), ("<MPD>", .manifest),
    ("{\n  \"packets\": []}", .probe), ("{\"media\":{}}", .probe),
    ("rung: 1\n", nil), ("{\"rung\": 1}", nil), ("", nil), ("# EXTM3U", nil), ("{", nil),
  ] as [(String, DeliveredKind?)])
  func kind(_ text: String, _ kind: DeliveredKind?) {
    #expect(DeliveredKind(of: Array(text.utf8)) == kind)
  }
}
