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
