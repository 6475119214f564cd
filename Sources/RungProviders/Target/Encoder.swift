package import RungSource
package import RungSpec

/// A program that makes what a provider takes in, or that makes the ladder itself: one folder, and nothing about it
/// anywhere else. It takes no requests; it is started or set up.
package protocol Encoder: CompilationTarget {
  /// What to start it with, or to set it to. Runs whatever the rules found, so that every leaf is accounted for.
  static func setup(_ fit: Fit<Self>, _ report: inout Report) -> EncoderSetup
}

extension Encoder {
  package static var optionsSchema: ObjectSchema { CommonOptions.schema(around: options.schema, keys: CommonOptions.encoderKeys) }
  package static var ruleInfos: [RuleInfo] { rules.map(\.info) }
  package static func judge(_ stream: Stream, for target: Target, _ report: inout Report) -> Judgment {
    report.working(for: id) { Evaluation<Self>.run(stream, target, &$0) }
  }
  package static func taken(_ stream: Stream, for target: Target, _ unheard: inout Report) -> Taken {
    Evaluation<Self>.taken(stream, target, common: CommonOptions.encoderKeys, &unheard)
  }
  package static func adapt(_ stream: Stream, _ options: Options, _ report: inout Report) -> Stream { stream.withUsualKeyframes(&report) }
}

/// What an encoder is started with, or set to.
public struct EncoderSetup: Sendable {
  /// Its id.
  public var encoder: String
  /// The stream's name, when it has one.
  public var stream: String?
  /// Nil for a program that is not started by a command.
  public var command: EncoderCommand?
  /// Settings for a person to enter, in the program's own words.
  public var settings: [EncoderSetting]
  /// Files that the program loads.
  public var files: [EncoderFile]
  /// Whatever else is worth knowing.
  public var remarks: [String]

  package init(
    encoder: String, stream: String?, command: EncoderCommand? = nil, settings: [EncoderSetting] = [], files: [EncoderFile] = [], remarks: [String] = []
  ) {
    self.encoder = encoder
    self.stream = stream
    self.command = command
    self.settings = settings
    self.files = files
    self.remarks = remarks
  }
}

/// One process.
public struct EncoderCommand: Sendable {
  /// Arguments that belong together, under a heading.
  public struct Part: Sendable {
    public var title: String
    /// One option a line, with its value.
    public var lines: [[CommandArgument]]

    package init(_ title: String, _ lines: [[CommandArgument]]) {
      self.title = title
      self.lines = lines
    }
  }

  public var program: String
  /// What reads the source.
  public var input: [CommandArgument]
  /// What stands in its place to try it all out: pictures and a tone that FFmpeg makes itself.
  public var testInput: [CommandArgument]
  public var parts: [Part]
  /// They have to be there before the program starts.
  public var directories: [String]

  package init(program: String, input: [CommandArgument], testInput: [CommandArgument], parts: [Part], directories: [String]) {
    self.program = program
    self.input = input
    self.testInput = testInput
    self.parts = parts
    self.directories = directories
  }

  /// Puts values in the places of references.
  package mutating func resolve(_ value: (String) -> String) {
    func resolved(_ arguments: [CommandArgument]) -> [CommandArgument] {
      arguments.map { argument in argument.environment.isEmpty ? argument : CommandArgument(pieces: [.text(value(argument.text))]) }
    }
    input = resolved(input)
    for part in parts.indices { parts[part].lines = parts[part].lines.map(resolved) }
  }

  /// Every argument behind the program's name.
  public var arguments: [CommandArgument] { input + parts.flatMap { $0.lines.flatMap { $0 } } }

  /// The same with the test source.
  ///
  /// - Parameter seconds: how long it lasts.
  public func testArguments(seconds: String) -> [CommandArgument] {
    [CommandArgument("-t"), CommandArgument(seconds)] + testInput + parts.flatMap { $0.lines.flatMap { $0 } }
  }
}

/// One word of a command line. Secrets stand in it as references.
public struct CommandArgument: Sendable, Equatable {
  public enum Piece: Sendable, Equatable {
    case text(String)
    /// The value of an environment variable.
    case environment(String)
  }

  public var pieces: [Piece]

  init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// `${env:NAME}` in the text is a reference.
  package init(_ text: String) {
    pieces = []
    var rest = Substring(text)
    while let open = rest.exactRange(of: "${env:"), let close = rest[open.upperBound...].utf8.firstIndex(of: UInt8(ascii: "}")),
      !SecretText.references(in: String(rest[open.lowerBound..<rest.utf8.index(after: close)])).isEmpty
    {
      if open.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<open.lowerBound]))) }
      pieces.append(.environment(String(rest[open.upperBound..<close])))
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty || pieces.isEmpty { pieces.append(.text(String(rest))) }
  }

  /// With `${env:NAME}` in the place of what is known only when it runs.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .environment(let name): "${env:\(name)}"
      }
    }.joined()
  }

  /// The variables that it reads.
  public var environment: [String] {
    pieces.compactMap { piece in
      if case .environment(let name) = piece { name } else { nil }
    }
  }
}

/// One thing to set.
public struct EncoderSetting: Sendable {
  /// The page of the program's settings.
  public var page: String
  public var name: String
  public var value: String

  package init(_ page: String, _ name: String, _ value: String) {
    self.page = page
    self.name = name
    self.value = value
  }
}

/// A file that the program loads.
public struct EncoderFile: Sendable {
  public var name: String
  /// `${env:NAME}` stands in it for what is secret.
  public var text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
