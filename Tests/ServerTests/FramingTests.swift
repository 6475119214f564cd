@testable import RungServers
import RungTestSupport
import Testing

@Suite struct FramingTests {
  private func parts(_ chunks: [[UInt8]], _ framing: MessageFraming, limit: Int = 1000) -> [MessageReader.Part] {
    var (reader, parts) = (MessageReader(framing, limit: limit), [MessageReader.Part]())
    for chunk in chunks {
      reader.append(chunk)
      while let part = reader.next() { parts.append(part) }
    }
    return parts
  }

  private func message(_ text: String) -> MessageReader.Part { .message(Array(text.utf8)) }

  @Test("what is framed is read back, wherever the stream is cut", arguments: [MessageFraming.headers, .lines])
  func roundTrip(_ framing: MessageFraming) {
    let texts = ["{}", "{\"a\":\"ä📺\"}", "[1, 2, 3]", "{\"text\":\"Content-Length: 3\"}"]
    let stream = Array(texts.map(framing.framed).joined().utf8)
    for cut in 0...stream.count { #expect(parts([Array(stream[..<cut]), Array(stream[cut...])], framing) == texts.map(message), "cut at \(cut)") }
    #expect(parts(stream.map { [$0] }, framing) == texts.map(message))
  }

  @Test("headers: names in any case, other headers, and lines that end in LF alone", arguments: [
    "content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}", "CONTENT-LENGTH:2\n\n{}", "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
  ])
  func headers(_ text: String) { #expect(parts([Array(text.utf8)], .headers) == [message("{}")]) }

  @Test("what is malformed is told once, and the next message is read", arguments: [
    "garbage", "garbage\r\n\r\nmore", "Content-Length: many\r\n\r\n", "Content-Length: -1\r\n\r\n", "Content-Type: x\r\n\r\n", "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n\r\n", "\r\n\r\n", ": 3\r\n\r\n",
  ])
  func resynchronized(_ text: String) {
    let found = parts([Array((text + MessageFraming.headers.framed("{}")).utf8)], .headers)
    #expect(found.count == 2 && found.last == message("{}"), "\(found)")
    guard case .malformed = found.first else { return #expect(Bool(false), "\(found)") }
  }

  @Test("a message that is too long is passed over, and what follows is read")
  func tooLong() {
    let long = String(repeating: "a", count: 1001)
    for framing in [MessageFraming.headers, .lines] {
      let found = parts((framing.framed(long) + framing.framed("{}")).utf8.map { [$0] }, framing)
      #expect(found.count == 2 && found.last == message("{}"), "\(found)")
    }
    // One that never ends its header.
    var reader = MessageReader(.headers)
    for _ in 0..<100 {
      reader.append(Array(repeating: UInt8(ascii: "x"), count: 1000))
      while reader.next() != nil {}
    }
    reader.append(Array(MessageFraming.headers.framed("{}").utf8))
    #expect(reader.next() == message("{}"))
  }

  @Test("where a length is wrong, the header behind it is found")
  func wrongLength() {
    let next = MessageFraming.headers.framed("{}")
    var reader = MessageReader(.headers)
    reader.append(Array(("Content-Length: 30\r\n\r\n{\"a\":1}" + next + next).utf8))
    guard case .message(let bytes) = reader.next() else { return #expect(Bool(false)) }
    reader.giveBack(bytes)
    #expect(reader.next() == message("{}") && reader.next() == message("{}") && reader.next() == nil)
  }

  @Test("messages, and what is none", arguments: [
    ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":{}}", "request a"), ("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"a\"}", "request a"),
    ("{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":null}", "notification a"), ("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}", "response"),
    ("{", "invalid -32700"), ("[]", "invalid -32600"), ("{\"method\":\"a\"}", "invalid -32600"), ("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"a\"}", "request a"),
    ("{\"jsonrpc\":\"2.0\",\"id\":1}", "invalid -32600"), ("{\"jsonrpc\":\"2.0\",\"method\":3}", "invalid -32600"), ("\u{FFFD}", "invalid -32700"),
  ])
  func messages(_ text: String, _ expected: String) {
    let found =
      switch RPCMessage(Array(text.utf8)) {
      case .request(_, let method, _): "request \(method)"
      case .notification(let method, let params): params == nil ? "notification \(method)" : "notification with parameters"
      case .response: "response"
      case .invalid(_, let error): "invalid \(error.code)"
      }
    #expect(found == expected)
  }

  @Test("any bytes are read to their end, and what is a frame among them comes out")
  func anyBytes() {
    var random = SplitMix(seed: 23)
    let pieces = ["Content-Length: ", "2", "\r\n", "\r\n\r\n", "{}", "\n", "\"", "garbage", "Content-Length: 2\r\n\r\n{}", ":", " "]
    for _ in 0..<Depth.times(20_000, quick: 1000) {
      let text = (0..<Int.random(in: 0..<20, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      var reader = MessageReader(Bool.random(using: &random) ? .headers : .lines, limit: 64)
      reader.append(Array(text.utf8))
      var count = 0
      while let part = reader.next() {
        if case .message(let bytes) = part, case .invalid = RPCMessage(bytes) { reader.giveBack(bytes) }
        count += 1
        #expect(count <= 2 * text.utf8.count + 2, "no progress in \(text.debugDescription)")
        guard count <= 2 * text.utf8.count + 2 else { return }
      }
    }
  }
}
