package import Rung
internal import RungSource

/// Text after a finding's fix-its.
package enum FixItApplication {
  package static func apply(_ fixes: [FixIt], to text: String) -> String {
    var bytes = Array(text.utf8)
    for edit in fixes.flatMap(\.edits).sorted(by: { $0.span.lower > $1.span.lower }) {
      bytes.replaceSubrange(Int(edit.span.lower)..<Int(edit.span.upper), with: Array(edit.replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
