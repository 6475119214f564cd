internal import RungEditor
internal import RungPlatform

/// Standard input and output as streams of messages.
struct MessagePipe {
  private let framing: MessageFraming
  private var reader: MessageReader
  /// Whether there is no more input.
  private(set) var isAtEnd = false

  init(_ framing: MessageFraming) {
    self.framing = framing
    reader = MessageReader(framing)
  }

  /// Takes what has arrived.
  ///
  /// - Parameter waits: whether to wait until something has.
  mutating func read(waits: Bool) {
    guard !isAtEnd else { return }
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var waits = waits
    while true {
      let ready = poll(&input, 1, waits ? -1 : 0)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return }
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
        count = RungPlatform.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        used = max(0, count)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else {
        isAtEnd = true
        return
      }
      reader.append(piece)
      waits = false
    }
  }

  /// The next message that has arrived.
  mutating func next() -> MessageReader.Part? { reader.next() }

  /// A message turned out to be no JSON: see ``MessageReader/giveBack(_:)``.
  mutating func giveBack(_ message: [UInt8]) { reader.giveBack(message) }

  /// - Returns: false when nobody reads any more.
  func write(_ messages: [String]) -> Bool { Console.write(Array(messages.map(framing.framed).joined().utf8), to: STDOUT_FILENO) == 0 }
}
