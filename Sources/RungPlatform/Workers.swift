internal import CSystem

/// Copies of this process that work beside it and write lines to it.
///
/// They are copies, not threads: this program runs on one thread, so that its references need no atomic counts. They end with it.
public struct Workers {
  private struct Worker {
    let process: pid_t
    let output: Int32
    var read: [UInt8] = []
    /// Where the next line begins.
    var start = 0
    var isEnded = false
  }

  private var workers: [Worker] = []

  /// As many as there can be: fewer than asked for, or none, where the system has no room for more.
  public var count: Int { workers.count }

  /// - Parameters:
  ///   - count: how many are asked for.
  ///   - work: what each one does, by its number and how many there will be; `put` is false when nobody reads any more. Standard output
  ///     and standard error are the caller's, and what the caller has not written yet is not written by a copy.
  public init(_ count: Int, _ work: (_ number: Int, _ put: ([UInt8]) -> Bool) -> Void) {
    var pipes: [(read: Int32, write: Int32)] = []
    for _ in 0..<count {
      var pair: [Int32] = [-1, -1]
      guard pipe(&pair) == 0 else { break }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      // A worker that is ahead writes on.
      rung_widen_pipe(pair[1], 1 << 20)
      pipes.append((pair[0], pair[1]))
    }
    // Who does what is settled by their number: all are started, or none.
    guard pipes.count == count else {
      for pipe in pipes { for end in [pipe.read, pipe.write] { close(end) } }
      return
    }
    let parent = getpid()
    for (number, pipe) in pipes.enumerated() {
      let process = rung_fork()
      if process == 0 {
        rung_end_with_parent()
        if getppid() != parent { _exit(1) }
        for (other, ends) in pipes.enumerated() {
          close(ends.read)
          if other != number { close(ends.write) }
        }
        work(number) { Self.send($0, to: pipe.write) }
        _exit(0)
      }
      // What one does that is not there is missing, as if it had ended.
      if process > 0 { workers.append(Worker(process: process, output: pipe.read)) } else { workers.append(Worker(process: 0, output: pipe.read, isEnded: true)) }
    }
    for pipe in pipes { close(pipe.write) }
  }

  private static func send(_ bytes: [UInt8], to end: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let count = write(end, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  /// The next line of a worker, without its end; waits for it. Nil when there is none any more: also of one that ended in a line.
  public mutating func line(of number: Int) -> [UInt8]? {
    var searched = workers[number].start
    while true {
      let start = workers[number].start
      if let end = workers[number].read[searched...].firstIndex(of: 0x0A) {
        workers[number].start = end + 1
        return Array(workers[number].read[start..<end])
      }
      if workers[number].isEnded { return nil }
      workers[number].read.removeFirst(start)
      workers[number].start = 0
      searched = workers[number].read.count
      fill(number)
    }
  }

  private mutating func fill(_ number: Int) {
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      repeat { count = read(workers[number].output, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      count = max(count, 0)
    }
    if piece.isEmpty { workers[number].isEnded = true } else { workers[number].read += piece }
  }

  /// Ends all that still work.
  ///
  /// - Returns: what ended workers before their work: `signal 9`, `exit code 1`.
  public mutating func end() -> [String] {
    var ends: [String] = []
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
