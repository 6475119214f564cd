import RungSource
import Testing

/// "Did you mean": one that is meant, or the choice between several.
@Suite struct SimilarityTests {
  @Test("what is as near as another is named beside it, and none is the one", arguments: [
    ("Passthrough", ["None", "PassthroughBasic", "PassthroughStandard", "Standard"], ["PassthroughBasic", "PassthroughStandard"]),
    ("h26", ["h264", "h265", "av1"], ["h264", "h265"]),
    ("Premium", ["PassthroughBasic", "Premium1080p"], ["Premium1080p"]),
    ("h246", ["h264", "h265"], ["h264"]),
    ("H264", ["h264", "h265"], ["h264"]),
    // The same candidate twice is one.
    ("rtpm", ["rtmp", "rtmp"], ["rtmp"]),
    ("xyzzy", ["rtmp", "srt"], []),
    // Where everything is as near, nothing is.
    ("ab", ["ac", "ad", "ae", "af", "ag"], []),
  ])
  func ties(_ word: String, _ candidates: [String], _ named: [String]) {
    let guess = Similarity.meant(by: word, among: candidates)
    #expect(guess.candidates == named)
    #expect(guess.only == (named.count == 1 ? named[0] : nil))
    #expect((guess.question == nil) == named.isEmpty)
  }

  @Test("of several the one that is looked for is meant")
  func wanted() {
    #expect(Similarity.meant(by: "room", among: ["room_name", "room_id"], wanted: { $0 == "room_name" }).only == "room_name")
    #expect(Similarity.meant(by: "room", among: ["room_name", "room_id"]).question == "did you mean `room_name` or `room_id`?")
    #expect(Similarity.meant(by: "", among: ["mpegts", "fmp4"]).candidates.isEmpty)
  }
}
