/// How plans are written.
public enum PlanFormat: String, Sendable, CaseIterable {
  /// To read.
  case text
  /// For programs: a document of the schema `plan.v1`. Holds the way there and the way back, and who set the values that the author
  /// did not.
  case json
  /// A POSIX shell script that sends one plan; it needs curl and jq.
  case curl
  /// Requests of one plan to send one by one, for the REST Client of VS Code.
  case http
}
