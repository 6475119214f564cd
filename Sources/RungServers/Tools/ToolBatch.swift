/// Messages that came as one list, and are answered by one.
final class ToolBatch {
  private var open: Int
  private var answers: [String] = []
  private let end: (String) -> Void

  /// - Parameters:
  ///   - count: of the messages.
  ///   - end: is given the list of answers, unless there are none.
  init(_ count: Int, _ end: @escaping (String) -> Void) { (open, self.end) = (count, end) }

  /// - Parameter answer: to one of the messages; nil for one that has none.
  func close(_ answer: String?) {
    if let answer { answers.append(answer) }
    open -= 1
    if open == 0, !answers.isEmpty { end("[\(answers.joined(separator: ","))]") }
  }
}
