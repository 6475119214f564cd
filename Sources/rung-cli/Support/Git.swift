internal import RungPlatform

/// The program git, asked for what is stored in a repository: commits, trees and blobs.
///
/// Nothing that a checkout configures runs: only commands that look at neither the work tree nor the index, so that there is no filter,
/// no fsmonitor, no textconv and no diff program; hooks, lazy fetches and transports are off besides, and a bare repository
/// inside of a checkout is not taken for one (git-config(1), safe.bareRepository).
enum Git {
  private static let settings = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "safe.bareRepository=explicit"]
  private static let environment = [
    "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_NO_REPLACE_OBJECTS=1",
    // No transport has such a name: whatever `protocol.*` says, none is used (git(1), GIT_ALLOW_PROTOCOL).
    "GIT_ALLOW_PROTOCOL=-",
  ]
  /// What git may know of this process's environment: where the user's own configuration is, and how far up a repository is looked for.
  private static let known = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID", "LD_LIBRARY_PATH", "DEVELOPER_DIR", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  ]

  /// - Parameter directory: absolute.
  static func start(_ arguments: [String], in directory: String) throws(Unreadable) -> ChildProcess {
    guard let program else { throw Unreadable(reason: "is not on the PATH") }
    let all = ["--no-pager", "-C", directory] + settings.flatMap { ["-c", $0] } + arguments
    let passed = known.compactMap { name in getenv(name).map { Array("\(name)=".utf8) + Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) } }
    return try ChildProcess(program, all.map(PathText.bytes), environment: environment.map { Array($0.utf8) } + passed)
  }

  /// The whole answer, without the line end; or what git says, as the end of a sentence.
  static func answer(_ arguments: [String], in directory: String) throws(Unreadable) -> String {
    let process = try start(arguments, in: directory)
    guard var bytes = process.rest(limit: 1 << 16) else { throw Unreadable(reason: process.complaint.isEmpty ? "failed" : "says: \(process.complaint)") }
    if bytes.last == 0x0A { bytes.removeLast() }
    return PathText.of(bytes)
  }

  /// Not one of the current directory, which may be the checkout.
  private static var program: String? {
    let path = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map(String.init).filter(PathName.isAbsolute).map { PathName.join($0, "git") }.first { program in
      PathName.kind(program) == .file && PathText.call(program) { access($0, X_OK) } == 0
    }
  }
}
