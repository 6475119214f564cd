public import RungOutput
public import RungProviders
internal import RungReading
internal import RungSource

/// The plans of the streams of a text, to be written together.
public struct CompiledPlans: Sendable {
  /// One stream, and its plans.
  public struct OfStream: Sendable {
    /// Its `name`, when it has one.
    public let name: String?
    /// One for each provider.
    public let plans: [RequestPlan]
    /// The name in names of files; no two streams of a text have the same.
    package let slug: String
    /// Who set the value at a place of a body.
    let origin: @Sendable (SourcePlace) -> Origin
    /// Where the text says which stream it is: `news.yaml:2:7`.
    package let place: @Sendable () -> String
  }

  /// In the order of the texts.
  public private(set) var streams: [OfStream]

  init(_ streams: [OfStream]) { self.streams = streams }

  /// Those of several texts, in the order of the texts.
  public init(_ analyses: [Analysis]) {
    streams = analyses.flatMap { analysis in
      let report = analysis.report
      let sources = analysis.sources
      // The same names as those of each text alone: a script finds what another run of its text made.
      return zip(analysis.streams, StreamSlug.all(analysis.streams.map(\.name))).map { stream, slug in
        OfStream(
          name: stream.name, plans: stream.plans.map(\.sent), slug: slug, origin: { report.origin(of: $0) },
          place: { [place = stream.place] in SourceViews(sources).place(of: place.span).text })
      }
    }
  }

  /// Every plan.
  public var all: [RequestPlan] { streams.flatMap(\.plans) }

  /// - Throws: ``RungError/unknownStream(_:known:)``.
  public func only(stream name: String) throws(RungError) -> CompiledPlans {
    var chosen = self
    chosen.streams.removeAll { $0.name != name }
    guard !chosen.streams.isEmpty else { throw .unknownStream(name, known: streams.map(\.name)) }
    return chosen
  }

  /// References to secrets are in it as they are in the spec.
  ///
  /// - Parameters:
  ///   - format: how they are written.
  ///   - teardown: the way back instead of the way there; JSON holds both.
  ///   - style: of ``PlanFormat/text``.
  /// - Throws: ``RungError/notOnePlan(_:count:streams:providers:)`` where the format is for one, ``RungError/unwritable(_:at:)``.
  public func rendered(as format: PlanFormat, teardown: Bool = false, style: TextStyle = .plain) throws(RungError) -> String {
    let planned = streams.map { PlannedStream(name: $0.name, plans: $0.plans) }
    switch format {
    case .text: return try RungError.writing { () throws(UnwritableValue) in try PlanText.text(planned, teardown: teardown, style: style) }
    case .json: return try RungError.writing { () throws(UnwritableValue) in try PlanJSON.text(zip(planned, streams).map { ($0, $1.origin) }) }
    case .curl, .http:
      let all = streams.flatMap { stream in stream.plans.map { (stream: stream, plan: $0) } }
      guard let one = all.first, all.count == 1 else {
        throw .notOnePlan(format, count: all.count, streams: streams.count, providers: Set(all.map(\.plan.provider)).count)
      }
      return try RungError.writing { () throws(UnwritableValue) in
        format == .curl
          ? try PlanScript.text(one.plan, stream: one.stream.name, slug: one.stream.slug, teardown: teardown)
          : try PlanHTTP.text(one.plan, stream: one.stream.name, teardown: teardown)
      }
    }
  }
}

extension Analysis {
  /// The plans of all streams, to be written.
  public var plans: CompiledPlans { CompiledPlans([self]) }
}

extension DiffAnalysis {
  /// The plans that make the new version of the old one, to be written; streams of which nothing differs have none.
  public var plans: CompiledPlans {
    let new = self.new
    return CompiledPlans(
      zip(streams, slugs).map { stream, slug in
        CompiledPlans.OfStream(
          name: stream.name, plans: stream.providers.compactMap { $0.plan?.sent }, slug: slug, origin: { new.origin(of: $0) },
          place: { stream.file ?? "" })
      })
  }
}
