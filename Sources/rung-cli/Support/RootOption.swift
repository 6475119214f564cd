internal import ArgumentParser

/// `--root`, `--stdin-filename` and what settles findings, the same for every command that reads specs.
struct RootOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The directory that contains all files that `extends` may name. Default: the spec's repository, or else its folder.", valueName: "dir"),
    completion: .directory, transform: Word.path)
  var root: String?

  @OptionGroup var stdin: StdinOption

  @OptionGroup var policy: PolicyOption

  /// Without links; nil when none was named.
  func directory() throws -> String? {
    guard let root else { return nil }
    guard PathName.kind(root) == .directory, let real = PathName.real(root) else {
      throw Failure.notRun("--root: \(root) \(PathName.kind(root) == .missing ? "does not exist" : "is a file, not a directory")")
    }
    return real
  }
}
