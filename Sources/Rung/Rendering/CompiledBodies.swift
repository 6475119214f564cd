internal import RungReading
public import RungSource

/// The request bodies of the streams of a text, and what its encoders are set to: what `rung compile` prints.
public struct CompiledBodies: Sendable {
  package var streams: [StreamBodies]

  /// Those of several texts, as if they were documents of one, in the order of the texts.
  public init(_ analyses: [Analysis]) {
    streams = analyses.enumerated().flatMap { index, analysis in
      analysis.streams.map { StreamBodies($0, in: index, of: analysis.sources) }
    }
  }

  private init(streams: [StreamBodies]) { self.streams = streams }

  /// Whether there is nothing to print.
  public var isEmpty: Bool { streams.allSatisfy(\.isEmpty) }

  /// The one thing to show, when it is an encoder's; nil otherwise.
  public var onlySetup: EncoderSetup? {
    let setups = streams.flatMap(\.setups)
    return setups.count == 1 && streams.count == 1 && streams[0].providers.isEmpty ? setups[0] : nil
  }

  /// The bodies of one kind; a provider that has none is left out.
  ///
  /// - Throws: ``RungError/unknownBody(_:known:)`` when all are left out and there are bodies of other kinds.
  public func only(_ kind: RequestKindID) throws(RungError) -> CompiledBodies {
    let chosen = CompiledBodies(streams: streams.map { $0.only(kind.rawValue) })
    guard chosen.isEmpty else { return chosen }
    var known: [RequestKindID] = []
    for key in streams.flatMap(\.providers).flatMap(\.bodies).map({ RequestKindID(rawValue: $0.key) }) where !known.contains(key) { known.append(key) }
    guard known.isEmpty else { throw .unknownBody(kind, known: known) }
    return chosen
  }

  /// As JSON, which wraps nothing that is single: one body of one provider is the body; several are an object, request kind to body,
  /// in the order of sending; several targets an object of these, several streams a list. References to secrets are kept.
  ///
  /// - Throws: ``RungError/unwritable(_:at:)``.
  public func rendered() throws(RungError) -> String {
    let tree = StreamBodies.tree(streams)
    return try RungError.writing { () throws(UnwritableValue) in try JSONWriter.text(tree) } + "\n"
  }
}

extension Analysis {
  /// The bodies and settings of all streams, to be written.
  public var bodies: CompiledBodies { CompiledBodies([self]) }
}
