/// One process.
public struct EncoderCommand: Sendable {
  /// Arguments that belong together, under a heading.
  public struct Part: Sendable {
    /// For a person.
    public var title: String
    /// One option a line, with its value.
    public var lines: [[CommandArgument]]

    package init(_ title: String, _ lines: [[CommandArgument]]) { (self.title, self.lines) = (title, lines) }
  }

  /// Its name, as it is called.
  public var program: String
  /// What reads the source.
  public var input: [CommandArgument]
  /// The test source in its place: video and a tone that FFmpeg generates itself.
  public var testInput: [CommandArgument]
  /// What follows the input, in order.
  public var parts: [Part]
  /// They have to exist before the program starts.
  public var directories: [String]

  package init(program: String, input: [CommandArgument], testInput: [CommandArgument], parts: [Part], directories: [String]) {
    (self.program, self.input, self.testInput, self.parts, self.directories) = (program, input, testInput, parts, directories)
  }

  /// Replaces references with their values.
  package mutating func resolve(_ value: (String) -> String) {
    func resolved(_ arguments: [CommandArgument]) -> [CommandArgument] {
      arguments.map { argument in argument.environment.isEmpty ? argument : CommandArgument(pieces: [.text(value(argument.text))]) }
    }
    input = resolved(input)
    for part in parts.indices { parts[part].lines = parts[part].lines.map(resolved) }
  }

  /// Every argument after the program's name.
  public var arguments: [CommandArgument] { input + parts.flatMap { $0.lines.flatMap { $0 } } }

  /// The same with the test source.
  ///
  /// - Parameter seconds: how long it lasts.
  public func testArguments(seconds: String) -> [CommandArgument] {
    [CommandArgument("-t"), CommandArgument(seconds)] + testInput + parts.flatMap { $0.lines.flatMap { $0 } }
  }
}
