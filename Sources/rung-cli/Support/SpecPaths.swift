internal import ArgumentParser

/// The specs that a command takes.
struct SpecPaths: ParsableArguments {
  @Argument(help: "Stream specs: files, directories, patterns, or - for standard input.", completion: .specs, transform: Word.path)
  var paths: [String] = []
}
