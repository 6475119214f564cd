internal import RungSource
internal import RungSpec

extension MKIO {
  static let tagTooLong = Rule<Fit<MKIO>>(
    "tag-too-long", family: id, severity: .error,
    summary: "a label is longer than MK.IO allows",
    why: "The schema limits the length of keys and values; a request with a longer one is rejected.",
    citation: MKIO.tagLength.citation,
    bad: [
      Example(
        "rung: 1\nname: news\ntargets: {mkio: {asset: {storage_account: s, labels: {note: ⟦\(String(repeating: "x", count: 257))⟧}}}}\n"),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        labels:
          note: ⟦xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx⟧
        """)
    ],
    good: [
      Example("rung: 1\nname: news\ntargets: [mkio]\nlabels: {note: \(String(repeating: "x", count: 64))}\n"),
      Example(
        "rung: 1\nname: news\ntargets: {mkio: {asset: {storage_account: s, labels: {note: \(String(repeating: "x", count: 256))}}}}\n"),
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        labels: {team: sports}
        """)
    ]
  ) { fit, report in
    let kept: [([DictionaryEntry<String>]?, Limit<Int>, String)] = [
      (fit.spec.labels?.value, MKIO.tagLength, "a live event"),
      (fit.options.asset?.value.labels?.value, MKIO.assetLabelLength, "an asset"),
    ]
    for (tags, limit, noun) in kept {
      guard let tags, let most = limit.value else { continue }
      for text in tags.flatMap({ [$0.key, $0.value] }) where !text.value.hasLength(0...most) {
        report.flag(
          text.place, "the label has \(text.value.scalarCount) characters; \(noun) allows at most \(most)",
          help: "shorten it to at most \(most) characters", citation: limit.citation)
      }
    }
  }
}
