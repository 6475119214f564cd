internal import RungPlatform

/// Runs another program to its end.
enum Program {
  struct Result {
    let status: Int32
    let output: String
  }

  /// Runs a line of shell in a folder. What goes to stderr passes through, unless it is asked for among the output.
  ///
  /// - Parameter path: a folder whose programs are found first.
  static func shell(_ line: String, in folder: String, path: String? = nil, withErrors: Bool = false) throws(Fault) -> Result {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Fault("no pipe could be created: \(Tree.lastError)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    if withErrors { posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO) }

    let lead = path.map { "PATH=\(quoted($0)):$PATH; export PATH; " } ?? ""
    let words = ["/bin/sh", "-c", "cd \(quoted(folder)) || exit 127; \(lead)\(line)"]
    var arguments = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, "/bin/sh", &actions, nil, arguments, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard failure == 0 else { throw Fault("`\(line)` could not be started: \(String(cString: strerror(failure)))") }

    let output = try Tree.bytes(from: ends[0], line)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw Fault("`\(line)` was lost: \(Tree.lastError)") }
    }
    let exited = status & 0x7F == 0
    return Result(status: exited ? status >> 8 & 0xFF : 128 + status & 0x7F, output: String(decoding: output, as: UTF8.self))
  }

  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The folder of this program, and of the other products of the same build.
  static func ownFolder() throws(Fault) -> String {
    guard let path = realpath("/proc/self/exe", nil) else { throw Fault("this program cannot find itself: \(Tree.lastError)") }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }

  /// The same, once `rung` is there.
  ///
  /// - Parameter mayBuild: whether it is built; otherwise it must exist.
  static func folder(withRung mayBuild: Bool, in root: String) throws(Fault) -> String {
    let folder = try ownFolder()
    if mayBuild {
      // …/SCRATCH/TRIPLE/CONFIGURATION/rung-dev
      let parts = folder.split(separator: "/")
      guard parts.count >= 3, let configuration = parts.last else { throw Fault("`\(folder)` is not a build folder") }
      let scratch = "/" + parts.dropLast(2).joined(separator: "/")
      let line = "swift build --product rung -c \(configuration) --scratch-path \(quoted(scratch)) 1>&2"
      guard try shell(line, in: root).status == 0 else { throw Fault("`rung` does not build") }
    }
    guard Tree.exists("\(folder)/rung") else {
      throw Fault("`rung` is not next to this program; build it with `swift build`")
    }
    return folder
  }
}
