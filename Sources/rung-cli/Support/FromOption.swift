internal import ArgumentParser
internal import Rung

/// `--from`, the same everywhere.
struct FromOption: ParsableArguments {
  @Option(
    name: .customLong("from"), help: ArgumentHelp("The provider whose bodies the files hold.", valueName: "provider[.request]"),
    completion: .list(RequestName.all))
  var text: String

  @OptionGroup var stdin: StdinOption

  func name() throws -> RequestName { try RequestOption.name(text) }

  /// The texts of the files; every one has to be readable, for together they are one stream.
  func inputs(_ files: [String], for command: String, _ request: RequestName) throws -> [SourceInput] {
    guard !files.isEmpty else {
      throw Failure.usage("no file was named; write `rung \(command) --from \(request.provider) FILE`, or - for standard input")
    }
    return try files.map { try Inputs.one($0, stdin: stdin, takes: "files").input }
  }
}
