internal import RungSource

/// Where values stand, as JSON documents say it.
final class JSONPlaces {
  var sources: SourceMap { didSet { views = [:] } }
  private var views: [FileID: SourceView] = [:]

  init(_ sources: SourceMap = SourceMap()) { self.sources = sources }

  func file(_ span: Span) -> String { sources[span.file].name }

  func position(of offset: UInt32, in file: FileID) -> LineMap.Position {
    views[file, default: SourceView(sources[file], secrets: [])].position(of: offset)
  }

  func start(of span: Span) -> LineMap.Position { position(of: span.lower, in: span.file) }

  var span: JSONForm<Span> {
    .object("span", "From start up to, and without, end; equal for a place between two characters.") { [self] in
      JSONMember("start", point) { ($0.lower, self.position(of: $0.lower, in: $0.file)) }
      JSONMember("end", point) { ($0.upper, self.position(of: $0.upper, in: $0.file)) }
    }
  }

  private var point: JSONForm<(byte: UInt32, position: LineMap.Position)> {
    .object("point") {
      JSONMember("byte", .count, "UTF-8 bytes from the start of the file, from 0.") { Int($0.byte) }
      JSONMember("line", .integer(1...Int.max), "From 1.") { $0.position.line }
      JSONMember("column", .integer(1...Int.max), "In characters (grapheme clusters), from 1.") { $0.position.column }
    }
  }
}
