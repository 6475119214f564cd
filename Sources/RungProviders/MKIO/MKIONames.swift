internal import RungSource
internal import RungSpec

extension UInt8 {
  var isLetterOrDigit: Bool { (self | 0x20) &- 0x61 < 26 || self &- 0x30 < 10 }
}

/// The names of all that a plan creates: set, or derived from the event's, which is derived from the stream's.
struct MKIONames: Sendable {
  var event: Located<String>?
  var output: Located<String>?
  var asset: Located<String>?
  var locator: Located<String>?

  init(_ spec: Spec, _ options: MKIO.Options, _ report: inout Report) {
    event = options.event ?? Self.event(spec, &report)
    output = options.output ?? derive("output", &report)
    asset = options.asset?.value.name ?? derive("archive", &report)
    locator = options.locator?.value.name ?? derive("live", &report)
  }

  private static func event(_ spec: Spec, _ report: inout Report) -> Located<String>? {
    guard let name = spec.name, let slug = MKIONameForm.event.slug(name.value) else { return nil }
    return report.derive(slug, "the stream's name `\(name.value)` in letters, digits and hyphens", from: [name.place])
  }

  private func derive(_ suffix: String, _ report: inout Report) -> Located<String>? {
    guard let event else { return nil }
    return report.derive("\(event.value)-\(suffix)", "the event's name and `-\(suffix)`", from: [event.place])
  }
}
