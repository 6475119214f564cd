/// A server over JSON-RPC without input and output: it takes what was read and says what to write. One piece of work at a time, so that what has
/// arrived meanwhile can make the next one unnecessary.
package protocol MessageServer: AnyObject {
  /// What the process ends with; nil while it goes on.
  var exitCode: Int32? { get }

  /// Whether there is something to do without more input.
  var hasWork: Bool { get }

  /// Takes a message, or what was no message.
  ///
  /// - Returns: the bytes of a message that is no JSON, which may hold the next header.
  func take(_ part: MessageReader.Part) -> [UInt8]?

  /// Does one piece of work.
  func work()

  /// What to write, in its order.
  func takeOutgoing() -> [String]
}
