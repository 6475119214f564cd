/// What an operation gives, as JSON texts.
struct Answer {
  /// A document of `diagnostics.v1`; nil where no text is judged.
  var findings: String?
  /// What the command prints; nil when it prints nothing.
  var result: String?
}
