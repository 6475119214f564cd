internal import RungServers
internal import RungPlatform

/// Standard input and output as streams of messages. What arrives is taken while what was written waits for its reader: two sides that both
/// only write would wait for each other.
struct MessagePipe {
  private let framing: MessageFraming
  private var reader: MessageReader
  private var written: ArraySlice<UInt8> = []
  /// Whether there is no more input.
  private(set) var isAtEnd = false
  /// Whether nobody reads the output any more.
  private(set) var isClosed = false

  /// What a pipe takes at once when it takes something at all.
  private static let piece = 4096
  private static let most = 1 << 20

  /// Runs a server until it ends, its input does, or nobody reads its output any more.
  static func serve(_ server: any MessageServer, _ framing: MessageFraming) {
    var pipe = MessagePipe(framing)
    while server.exitCode == nil {
      // What has arrived meanwhile may make the next piece of work unnecessary.
      pipe.exchange(waits: !server.hasWork || pipe.isFull)
      while let part = pipe.next() { if let rest = server.take(part) { pipe.giveBack(rest) } }
      if server.hasWork, !pipe.isFull { server.work() }
      pipe.put(server.takeOutgoing())
      if pipe.isClosed || pipe.isAtEnd && !server.hasWork { break }
    }
    pipe.drain()
  }

  private init(_ framing: MessageFraming) {
    self.framing = framing
    reader = MessageReader(framing)
  }

  /// Whether all that was written has been taken.
  var isDrained: Bool { written.isEmpty }

  /// Whether so much waits for its reader that no more is to come.
  var isFull: Bool { written.count > Self.most }

  /// Takes what has arrived, and hands on what is taken.
  ///
  /// - Parameter waits: whether to wait until one of them is possible.
  mutating func exchange(waits: Bool) {
    var waits = waits
    while !isClosed, !isAtEnd || !written.isEmpty {
      var ends = [
        pollfd(fd: isAtEnd ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0), pollfd(fd: written.isEmpty ? -1 : STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
      ]
      let ready = poll(&ends, 2, waits ? -1 : 0)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return }
      waits = false
      if ends[0].revents != 0 { take() }
      if ends[1].revents != 0 { handOn() }
    }
  }

  private mutating func take() {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
      count = RungPlatform.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      used = max(0, count)
    }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else { return isAtEnd = true }
    reader.append(piece)
  }

  private mutating func handOn() {
    let count = written.prefix(Self.piece).withUnsafeBytes { RungPlatform.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else { return isClosed = true }
    written = written.dropFirst(count)
    if written.isEmpty { written = [] }
  }

  /// The next message that has arrived.
  mutating func next() -> MessageReader.Part? { reader.next() }

  /// A message turned out to be no JSON: see ``MessageReader/giveBack(_:)``.
  mutating func giveBack(_ message: [UInt8]) { reader.giveBack(message) }

  /// Writes messages, which ``exchange(waits:)`` hands on.
  mutating func put(_ messages: [String]) { for message in messages { written += framing.framed(message).utf8 } }

  /// Hands on all that was written.
  mutating func drain() { while !written.isEmpty, !isClosed { exchange(waits: true) } }
}
