/// Starting a program.
extension System {
  /// A program that has been started: its number, and our ends of its pipes.
  public struct Started {
    /// To wait for.
    public let process: pid_t
    /// Its standard input, to write to.
    public let input: Int32
    /// Its standard output, to read from.
    public let output: Int32
    /// Its standard error, to read from.
    public let errors: Int32
  }

  /// Starts a program without a shell. Files of this process are not handed on, and signals have their usual effect there.
  ///
  /// - Parameters:
  ///   - path: of the program, absolute.
  ///   - arguments: the name of the program first.
  ///   - environment: `NAME=VALUE` each: all that it gets.
  /// - Returns: nil when it cannot be started; `errno` says why.
  public static func start(_ path: String, _ arguments: [[UInt8]], environment: [[UInt8]]) -> Started? {
    var ends: [Int32] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard pipe(&pair) == 0 else {
        let code = errno
        for end in ends { close(end) }
        errno = code
        return nil
      }
      ends += pair
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let theirs = [ends[0], ends[3], ends[5]]
    for (number, end) in theirs.enumerated() { posix_spawn_file_actions_adddup2(&actions, end, Int32(number)) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for signal in [SIGPIPE, SIGXFSZ] { sigaddset(&usual, signal) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let code = withTexts(arguments) { arguments in
      withTexts(environment) { environment in posix_spawn(&process, path, &actions, &attributes, arguments, environment) }
    }
    for end in theirs { close(end) }
    guard code == 0 else {
      for end in [ends[1], ends[2], ends[4]] { close(end) }
      errno = code
      return nil
    }
    return Started(process: process, input: ends[1], output: ends[2], errors: ends[4])
  }

  private static func withTexts<Result>(_ texts: [[UInt8]], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { text in
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count + 1)
      for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
      copy[text.count] = 0
      return copy
    }
    defer { for pointer in pointers { pointer?.deallocate() } }
    return withExtendedLifetime(pointers) {
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { buffer in buffer.baseAddress.map(body) } ?? body([nil])
    }
  }
}
