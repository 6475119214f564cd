internal import ArgumentParser

/// `-o`, the same for every command that writes one file.
struct OutputOption: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write to this file instead of standard output; the file is replaced completely or not at all.", valueName: "file"), completion: .file(),
    transform: Word.path)
  var path: String?

  /// Nil where standard output is meant.
  var file: String? { path == "-" ? nil : path }

  /// - Returns: the file that was written; nil for standard output, a pipe and a device, where nothing is left to be named.
  func write(_ text: String, _ console: Console) throws -> String? {
    guard let file else {
      console.print(text)
      return nil
    }
    return try OutputFiles.write([OutputFiles.File(path: file, text: text)]) > 0 ? file : nil
  }
}
