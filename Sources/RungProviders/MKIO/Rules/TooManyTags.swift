internal import RungSource
internal import RungSpec

extension MKIO {
  static let tooManyTags = Rule<Fit<MKIO>>(
    "too-many-tags", family: id, severity: .error,
    summary: "more labels than MK.IO allows on a resource",
    why: "The schema limits the number of tags; a request with more is rejected.",
    citation: MKIO.tagCount.citation,
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [mkio]
        labels: ⟦{k1: v, k2: v, k3: v, k4: v, k5: v, k6: v, k7: v, k8: v, k9: v, k10: v, k11: v, k12: v, k13: v, k14: v, k15: v, k16: v, k17: v}⟧
        """),
      Example("""
        rung: 1
        name: news
        targets:
          mkio:
            endpoint: {location: westeurope, tags: ⟦{a: x, b: y, c: z}⟧}
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
    let kept: [(Located<[DictionaryEntry<String>]>?, Limit<Int>, String)] = [
      (fit.spec.labels, MKIO.tagCount, "a live event"),
      (fit.options.asset?.value.labels, MKIO.assetLabelCount, "an asset"),
      (fit.options.endpoint?.value.tags, MKIO.endpointTagCount, "a streaming endpoint"),
    ]
    for (tags, limit, noun) in kept {
      guard let tags, let most = limit.value, tags.value.count > most else { continue }
      report.flag(
        tags.place, "\(tags.value.count) labels are set; \(noun) allows at most \(most)",
        help: "remove \(tags.value.count - most)", citation: limit.citation)
    }
  }
}
