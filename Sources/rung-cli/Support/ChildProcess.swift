internal import RungPlatform

/// A program that answers on a pipe. What it says on standard error is kept, up to a bound, for a message.
final class ChildProcess {
  private let process: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var waiting: ArraySlice<UInt8> = []
  private var said: [UInt8] = []
  private var status: Int32?
  private static let longestWord = 4096

  init(_ program: String, _ arguments: [[UInt8]], environment: [[UInt8]]) throws(Unreadable) {
    guard let started = System.start(program, [Array(program.utf8)] + arguments, environment: environment) else {
      throw Unreadable(reason: "cannot be started: \(SystemError.text(errno))")
    }
    (process, input, output, errors) = (started.process, started.input, started.output, started.errors)
  }

  deinit { _ = finish() }

  /// The first line that it said on standard error.
  var complaint: String {
    let line = said.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first.map { PathText.of(Array($0)) } ?? ""
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line.hasPrefix("error: ") ? String(line.dropFirst(7)) : line
  }

  /// - Returns: whether it took the bytes.
  func write(_ bytes: [UInt8]) -> Bool { Console.write(bytes, to: input) == 0 }

  /// Up to a line's end, which is left out; nil at the end of all.
  func line(limit: Int) -> [UInt8]? {
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        let line = Array(waiting[..<end])
        waiting = waiting[(end + 1)...]
        return line
      }
      guard waiting.count <= limit, fill() else { return nil }
    }
  }

  /// So many bytes; nil when there are fewer.
  func bytes(_ count: Int) -> [UInt8]? {
    while waiting.count < count { guard fill() else { return nil } }
    let bytes = Array(waiting.prefix(count))
    waiting = waiting.dropFirst(count)
    return bytes
  }

  /// - Returns: whether there were so many.
  func skip(_ count: Int) -> Bool {
    var left = count
    while left > waiting.count {
      left -= waiting.count
      waiting = []
      guard fill() else { return false }
    }
    waiting = waiting.dropFirst(left)
    return true
  }

  /// Everything that is still to come, and the end of the program.
  ///
  /// - Returns: nil when it ended with an error, or said too much.
  func rest(limit: Int) -> [UInt8]? {
    close(&input)
    while waiting.count <= limit, fill() {}
    let bytes = Array(waiting)
    return finish() == 0 && bytes.count <= limit ? bytes : nil
  }

  /// Ends the conversation, and waits.
  private func finish() -> Int32 {
    if let status { return status }
    for end in [\ChildProcess.input, \.output, \.errors] { close(&self[keyPath: end]) }
    var code: Int32 = 0
    while waitpid(process, &code, 0) < 0, errno == EINTR {}
    status = code
    return code
  }

  private func close(_ end: inout Int32) {
    if end >= 0 { RungPlatform.close(end) }
    end = -1
  }

  /// Waits for more of its output; false at the end.
  private func fill() -> Bool {
    while output >= 0 {
      var ends = [pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0)]
      guard poll(&ends, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        return false
      }
      if ends[1].revents != 0 {
        let piece = piece(errors, 4096)
        if piece.isEmpty { close(&errors) }
        if said.count < Self.longestWord { said += piece }
      }
      guard ends[0].revents != 0 else { continue }
      let piece = piece(output, 1 << 16)
      if !piece.isEmpty {
        waiting += piece
        return true
      }
      close(&output)
    }
    // What it says at its end.
    while errors >= 0 {
      let piece = piece(errors, 4096)
      if piece.isEmpty { close(&errors) }
      if said.count < Self.longestWord { said += piece }
    }
    return false
  }

  private func piece(_ end: Int32, _ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
      var got = 0
      repeat { got = read(end, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
      used = max(0, got)
    }
  }
}
