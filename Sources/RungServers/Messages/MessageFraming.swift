/// How messages follow one another in a stream of bytes.
public enum MessageFraming: Sendable {
  /// `Content-Length: 17`, an empty line, and as many bytes: the Language Server Protocol.
  case headers
  /// One message in each line: the stdio transport of the Model Context Protocol.
  case lines

  /// A message as it is written.
  ///
  /// - Parameter message: JSON without line breaks.
  public func framed(_ message: String) -> String {
    switch self {
    case .headers: "Content-Length: \(message.utf8.count)\r\n\r\n\(message)"
    case .lines: message + "\n"
    }
  }
}
