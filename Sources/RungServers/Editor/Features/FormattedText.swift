internal import Rung
internal import RungSource

/// `textDocument/formatting`: `rung fmt`.
enum FormattedText {
  static func answer(_ request: FeatureRequest) throws(RPCError) -> Node {
    guard case .spec(let spec) = request.analysis.content else { return .nothing }
    switch formatted(spec.input, loader: spec.loader) {
    case .formatted(let new): return .array(request.edits(to: new.bytes))
    case .unreadable, .notASpec: return .nothing
    case .comment(let line): throw RPCError(-32803, "the text was not formatted, because in its canonical form the comment in line \(line) would allow other findings; write it on a line of its own above the key that it is about")
    case .fault(let difference): throw RPCError(-32803, "the text was not formatted, because \(difference) in the formatted text; this is a fault of Rung: please report it with the file")
    }
  }
}
