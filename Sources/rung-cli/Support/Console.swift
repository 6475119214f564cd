internal import RungOutput
internal import RungPlatform
internal import RungSource

/// The two ways out: results to standard output, in large pieces, and everything else to standard error, at once.
///
/// Nothing leaves by them that a terminal or a log would obey, whatever a writer has let through.
final class Console {
  private var buffer: [UInt8] = []
  private var isClosed = false
  private var hasFailed = false
  private static let pieceSize = 1 << 16

  /// A result in a format of its own, whose writer has escaped what must not be in it.
  func print(_ document: String) { take(VisibleText.inDocument(document)) }

  /// A result to read, in the style of results.
  func show(_ text: String) { take(VisibleText.inLines(text, coloured: Self.resultStyle.colour)) }

  /// A result: a text to read, or a document.
  func put(_ text: String, toRead isText: Bool) { isText ? show(text) : print(text) }

  /// A diff: like a document, whose lines may end as those of its files do.
  func patch(_ text: String) {
    take(text.split(separator: "\r\n", omittingEmptySubsequences: false).map { VisibleText.inDocument(String($0)) }.joined(separator: "\r\n"))
  }

  /// A text of the user's own, on its way through: byte for byte, unless a terminal would obey it.
  func pass(_ bytes: [UInt8]) {
    if isatty(STDOUT_FILENO) == 1 { return print(String(decoding: bytes, as: UTF8.self)) }
    flush()
    buffer = bytes
    flush()
  }

  private func take(_ text: String) {
    buffer += text.utf8
    if buffer.count >= Self.pieceSize { flush() }
  }

  /// Anything that is not a result: one line.
  func say(_ text: String) {
    // In the order of events where both go to the same place.
    flush()
    _ = Self.write(Array("\(VisibleText.inLines(VisibleText.of(text)))\n".utf8), to: STDERR_FILENO)
  }

  /// Everything but results, as text that ends its own lines.
  func remark(_ text: String) {
    flush()
    _ = Self.write(Array(VisibleText.inLines(text, coloured: Self.remarkStyle.colour).utf8), to: STDERR_FILENO)
  }

  /// - Returns: false when results were lost; it has been said.
  func finish() -> Bool {
    flush()
    return !hasFailed
  }

  /// Ends a command.
  func end(_ exit: Exit) throws {
    let written = finish()
    if !written { throw Exit.notRun.code }
    if exit != .clean { throw exit.code }
  }

  func flush() {
    guard !buffer.isEmpty else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !isClosed else { return }
    switch Self.write(buffer, to: STDOUT_FILENO) {
    case 0: break
    case EPIPE: isClosed = true
    case let error:
      isClosed = true
      hasFailed = true
      let reason = "error: the results could not be written: \(SystemError.text(error))\n"
      _ = Self.write(Array(reason.utf8), to: STDERR_FILENO)
    }
  }

  /// - Returns: 0, or the `errno` of what went wrong.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let count = RungPlatform.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
        if count >= 0 {
          done += count
          continue
        }
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        return errno
      }
      return 0
    }
  }

  static var resultStyle: TextStyle { style(STDOUT_FILENO) }
  static var remarkStyle: TextStyle { style(STDERR_FILENO) }

  /// Of text in a file: colored only when that is said on the command line.
  static var fileStyle: TextStyle { TextStyle(colour: ColorOption.choice == .always) }

  /// Wrapping on a terminal only.
  private static func style(_ descriptor: Int32) -> TextStyle {
    guard isatty(descriptor) == 1 else { return TextStyle(colour: isColoured(terminal: false)) }
    var size = winsize()
    let width = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    return TextStyle(colour: isColoured(terminal: true), width: width)
  }

  /// The command line decides, then `NO_COLOR` (no-color.org), then `FORCE_COLOR` (force-color.org) and `CLICOLOR_FORCE`
  /// (bixense.com/clicolors): each of them when it is not empty, and the last two unless they are `0`.
  private static func isColoured(terminal: Bool) -> Bool {
    switch ColorOption.choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func isSet(_ name: String) -> Bool { !(Environment.value(name) ?? "").isEmpty }
    if isSet("NO_COLOR") { return false }
    if ["FORCE_COLOR", "CLICOLOR_FORCE"].contains(where: { isSet($0) && Environment.value($0) != "0" }) { return true }
    return terminal && isSet("TERM") && Environment.value("TERM") != "dumb"
  }
}
