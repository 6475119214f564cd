internal import RungSource
internal import RungSpec

extension MKIO {
  static let tooManyTags = Rule<Fit<MKIO>>(
    "too-many-tags", family: id, severity: .error,
    summary: "more labels than MK.IO keeps with a resource",
    why: "The schema bounds the number of tags, and a request with more is refused.",
    citation: MKIO.tagCount.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        labels: {k1: v, k2: v, k3: v, k4: v, k5: v, k6: v, k7: v, k8: v, k9: v, k10: v, k11: v, k12: v, k13: v, k14: v, k15: v, k16: v, ⟦k17⟧: v}
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {location: westeurope, tags: {a: x, b: y, ⟦c⟧: z}}
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        labels: {k1: v, k2: v, k3: v, k4: v, k5: v, k6: v, k7: v, k8: v, k9: v, k10: v, k11: v, k12: v, k13: v, k14: v, k15: v, k16: v}
        """)
    ]
  ) { fit, report in
    let kept: [([DictionaryEntry<String>]?, Limit<Int>, String)] = [
      (fit.spec.labels?.value, MKIO.tagCount, "a live event"),
      (fit.options.asset?.value.labels?.value, MKIO.assetLabelCount, "an asset"),
      (fit.options.endpoint?.value.tags?.value, MKIO.endpointTagCount, "a streaming endpoint"),
    ]
    for (tags, limit, noun) in kept {
      guard let tags, let most = limit.value, tags.count > most else { continue }
      report.flag(
        tags[most].key.place, "there are \(tags.count) labels; \(noun) keeps at most \(most)",
        help: "leave out \(tags.count - most)", citation: limit.citation)
    }
  }
}
