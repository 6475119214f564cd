internal import ArgumentParser
internal import RungPlatform

/// The words of the command line. The parser takes texts, so that they come as ``PathText`` writes them.
enum Word {
  /// All but the name of the program.
  static func arguments() throws -> [String] {
    // The name of the program is always there; without /proc nothing is.
    guard CommandLine.argc > 0 else {
      let isMounted = PathName.kind("/proc/self/cmdline") != .missing
      throw Failure.notRun("the arguments cannot be read: \(isMounted ? "/proc/self/cmdline cannot be opened; allow more open files: `ulimit -n 64`" : "/proc is not mounted")")
    }
    return (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { PathText.of($0) } }
  }

  /// The parser would take the next word for the value of `--out=`, and so a file to read for one to write.
  static func refuseMissingValue(_ words: [String]) throws {
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && word.utf8.firstIndex(of: UInt8(ascii: "=")) == word.utf8.indices.last {
      throw Failure.usage("`\(word)` has no value; write it behind the `=`")
    }
  }

  /// A shell's pattern gives names of files, and the parser takes the letters of `-h.yaml` for options.
  static func refuseFileAsOption(_ words: [String]) throws {
    for word in words.prefix(while: { $0 != "--" }) where word.hasPrefix("-") && !word.hasPrefix("--") && PathName.isSource(word) {
      throw Failure.usage("`\(word)` starts with a hyphen, as options do; for the file of that name write `./\(word)`")
    }
  }

  /// A name for standard input says nothing where that is not read.
  static func refuseIdleName(_ words: [String]) throws {
    guard words.contains(where: { $0 == "--stdin-filename" || $0.hasPrefix("--stdin-filename=") }), !words.contains(where: { $0 == "-" || $0 == "/dev/stdin" || $0 == "--help" || $0 == "-h" })
    else { return }
    throw Failure.usage("--stdin-filename is the name of standard input, which is not read; name `-` as well")
  }

  /// Of an option or an argument that takes a path.
  static func path(_ word: String) throws -> String {
    guard !word.isEmpty else { throw ValidationError("a path cannot be empty") }
    return word
  }

  /// Of an option that takes a directory to write into.
  static func directory(_ word: String) throws -> String {
    guard word != "-" else { throw ValidationError("it takes a directory; without it, all goes to standard output") }
    return try path(word)
  }

  /// Of one that takes a name or a value.
  static func name(_ word: String) throws -> String {
    guard let text = String(validating: PathText.bytes(word), as: UTF8.self) else { throw ValidationError("it is not UTF-8") }
    guard !text.isEmpty else { throw ValidationError("a name cannot be empty") }
    return text
  }
}
