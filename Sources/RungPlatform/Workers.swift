internal import CSystem

/// Copies of this process that work beside it: pieces of work by their numbers, each answered with bytes.
///
/// They are copies, not threads: this program runs on one thread, so that its references need no atomic counts. They end with it. The
/// next piece goes to one that is free; pieces are handed out some way ahead of the one that is asked for, so that results that wait stay few.
public struct Workers {
  private struct Worker {
    let process: pid_t
    let output: Int32
    var read: [UInt8] = []
    var isEnded = false
  }

  /// The number of a piece, and of the bytes behind it.
  private static let headSize = 8
  private static let aheadOfEach = 8

  private var workers: [Worker] = []
  private var results: [Int: [UInt8]] = [:]
  private let pieces: Int
  private var handedOut = 0
  /// Where the numbers of pieces are written to; nil when all are.
  private var tasks: Int32?

  /// As many as were asked for, or none where the system has no room for them.
  public var count: Int { workers.count }

  /// - Parameters:
  ///   - count: how many are asked for.
  ///   - pieces: how many there are to do.
  ///   - work: the answer to a piece; nil to end without one. Standard output and standard error are the caller's, and what the caller has
  ///     not written yet is not written by a copy.
  public init(_ count: Int, pieces: Int, _ work: (_ piece: Int) -> [UInt8]?) {
    self.pieces = pieces
    var pipes: [(read: Int32, write: Int32)] = []
    for _ in 0...count {
      guard let pipe = Self.pipe() else { break }
      pipes.append(pipe)
    }
    guard pipes.count == count + 1 else {
      for pipe in pipes { for end in [pipe.read, pipe.write] { close(end) } }
      return
    }
    let ordered = pipes.removeLast()
    let parent = getpid()
    for (number, pipe) in pipes.enumerated() {
      // A worker that is ahead writes on.
      rung_widen_pipe(pipe.write, 1 << 20)
      let process = rung_fork()
      if process == 0 {
        rung_end_with_parent()
        if getppid() != parent { _exit(1) }
        for (other, ends) in pipes.enumerated() {
          close(ends.read)
          if other != number { close(ends.write) }
        }
        close(ordered.write)
        Self.work(from: ordered.read, to: pipe.write, work)
      }
      // One that is not there does nothing, as if it had ended.
      workers.append(Worker(process: max(process, 0), output: pipe.read, isEnded: process < 0))
    }
    for pipe in pipes { close(pipe.write) }
    close(ordered.read)
    tasks = ordered.write
  }

  private static func pipe() -> (read: Int32, write: Int32)? {
    var pair: [Int32] = [-1, -1]
    guard CSystem.pipe(&pair) == 0 else { return nil }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (pair[0], pair[1])
  }

  private static func work(from tasks: Int32, to output: Int32, _ work: (Int) -> [UInt8]?) -> Never {
    while true {
      var piece: UInt32 = 0
      let count = read(tasks, &piece, MemoryLayout<UInt32>.size)
      if count < 0, errno == EINTR { continue }
      guard count == MemoryLayout<UInt32>.size else { _exit(count == 0 ? 0 : 1) }
      guard let result = work(Int(piece)) else { _exit(0) }
      guard let size = UInt32(exactly: result.count) else { _exit(1) }
      // Nobody waits for more.
      guard [piece, size].withUnsafeBytes({ send($0, to: output) }), result.withUnsafeBytes({ send($0, to: output) }) else { _exit(0) }
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to end: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(end, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  /// The answer to a piece; waits for it. Pieces are asked for in their order, each once. Nil where it is the caller's to do: a worker has
  /// ended before its work, and the answer has not come.
  public mutating func result(of piece: Int) -> [UInt8]? {
    handOut(through: piece + Self.aheadOfEach * workers.count)
    while true {
      if let result = results.removeValue(forKey: piece) { return result }
      // One that ended may have taken it. Another one's answer to it comes too late, and is dropped. When all pieces are handed out, each
      // ends with its last one: then those that still work are waited for.
      if tasks == nil ? workers.allSatisfy(\.isEnded) : workers.contains(where: \.isEnded) { return nil }
      receive()
      if let early = results.keys.min(), early < piece { results = results.filter { $0.key >= piece } }
    }
  }

  private mutating func handOut(through last: Int) {
    guard let tasks else { return }
    while handedOut < pieces, handedOut <= last {
      let isSent = [UInt32(handedOut)].withUnsafeBytes { Self.send($0, to: tasks) }
      guard isSent else { break }
      handedOut += 1
    }
    guard handedOut == pieces else { return }
    close(tasks)
    self.tasks = nil
  }

  /// Waits until a worker has written, and takes what it wrote.
  private mutating func receive() {
    var waited = workers.map { pollfd(fd: $0.isEnded ? -1 : $0.output, events: Int16(POLLIN), revents: 0) }
    let count = poll(&waited, nfds_t(waited.count), -1)
    guard count > 0 else {
      if count < 0, errno != EINTR { for number in workers.indices { workers[number].isEnded = true } }
      return
    }
    for number in workers.indices where waited[number].revents != 0 {
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        repeat { count = read(workers[number].output, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        count = max(count, 0)
      }
      if bytes.isEmpty { workers[number].isEnded = true } else { take(bytes, of: number) }
    }
  }

  private mutating func take(_ bytes: [UInt8], of number: Int) {
    workers[number].read += bytes
    var start = 0
    while true {
      let rest = workers[number].read[start...]
      guard rest.count >= Self.headSize else { break }
      let (piece, size) = rest.withUnsafeBytes { (Int($0.loadUnaligned(as: UInt32.self)), Int($0.loadUnaligned(fromByteOffset: 4, as: UInt32.self))) }
      guard rest.count - Self.headSize >= size else { break }
      results[piece] = Array(rest.dropFirst(Self.headSize).prefix(size))
      start += Self.headSize + size
    }
    workers[number].read.removeFirst(start)
  }

  /// Ends all that still work.
  ///
  /// - Returns: what ended workers before their work: `signal 9`, `exit code 1`.
  public mutating func end() -> [String] {
    var ends: [String] = []
    if let tasks { close(tasks) }
    tasks = nil
    for worker in workers {
      close(worker.output)
      guard worker.process > 0 else { continue }
      var status: Int32 = 0
      while waitpid(worker.process, &status, 0) < 0, errno == EINTR {}
      if status & 0x7F != 0 { ends.append("signal \(status & 0x7F)") } else if status >> 8 & 0xFF != 0 { ends.append("exit code \(status >> 8 & 0xFF)") }
    }
    workers = []
    return ends
  }
}

extension System {
  /// On how many processors this process may run; 1 where it is not known.
  public static var cores: Int { max(1, Int(rung_cores())) }
}
