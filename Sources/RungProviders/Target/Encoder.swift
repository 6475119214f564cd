package import RungSource
package import RungSpec

/// A program that sends the input of a provider, or that encodes the ladder itself: one folder, and nothing about it
/// anywhere else. It has no requests; it is started or configured.
package protocol Encoder: CompilationTarget {
  /// Its command or its settings. Runs whatever the rules found, so that every leaf is accounted for.
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
