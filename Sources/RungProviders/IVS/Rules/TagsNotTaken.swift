internal import RungSource
internal import RungSpec

extension IVS {
  static let tagsNotTaken = Rule<Fit<IVS>>(
    "tags-not-taken", family: id, severity: .error,
    summary: "more tags than a resource can have, or one that it cannot have",
    why: "A resource has at most 50 tags; their keys have 1 to 128 characters, their values up to 256.",
    citation: Source.reference("Tags: 1-50 maps"),
    bad: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        labels:
          team: ⟦"a & b"⟧
        """)
    ],
    good: [
      Example("""
        rung: 1
        name: news
        targets: [ivs]
        labels: {team: a/b}
        """)
    ]
  ) { fit, report in
    guard let labels = fit.spec.labels, let most = IVS.tagCount.value else { return }
    if labels.value.count > most {
      report.flag(labels.place, "\(labels.value.count) labels are more than the \(most) tags of a resource", help: "keep at most \(most)")
    }
    for label in labels.value where !label.value.value.contains("${env:") {
      let (key, value) = (label.key.value, label.value.value)
      if key.hasPrefix("aws:") {
        report.flag(
          label.value.place, "the label `\(key)` cannot be a tag; keys that begin with `aws:` are AWS's own", help: "give it a key without `aws:`",
          citation: Source.tagging("tag naming limits and requirements: the prefix aws: is reserved"))
        continue
      }
      guard !IVSTextForm.tag.isFitting(value) || !value.hasLength(IVSTextForm.tag.length) || !IVSTextForm.tag.isFitting(key) || !key.hasLength(1...128)
      else { continue }
      report.flag(label.value.place, "the label `\(key)` cannot be a tag; expected up to 128 characters in its key and 256 in its value, of \(IVSTextForm.tag.says)")
    }
  }
}
