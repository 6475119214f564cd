internal import RungSource

/// Where findings of a text are for a reader that shows them in files: each in a file of the author's.
///
/// A finding in a shipped preset, or in a file that the reader does not have, is at the place in a file of the reader's that leads there.
final class FindingPlaces {
  struct Place {
    /// What is marked, in the file of the path.
    let span: SourceSpan
    let path: String
    /// Whether the reader has the file.
    let isInRepository: Bool
    /// Where the finding itself is, as `presets/NAME.yaml:3:5`, when it is elsewhere.
    let elsewhere: String?
  }

  let sources: SourceMap
  let mask: SecretMask
  private let paths: RepositoryPaths
  private let views: SourceViews
  /// Where columns were counted to last: findings come in the order of their places, and a line may be very long.
  private var counted: (file: FileID, start: Int, offset: Int, units: Int)?

  init(_ found: FoundInText, _ paths: RepositoryPaths = .asGiven) {
    sources = found.sources
    mask = SecretMask(found.secrets, in: found.sources)
    views = SourceViews(found.sources)
    self.paths = paths
  }

  func place(of finding: Diagnostic) -> Place {
    let spans = [finding.span] + finding.notes.compactMap(\.span)
    let start = SourceSpan(file: FileID(index: 0), lower: 0, upper: 0)
    for span in spans + [start] {
      guard sources[span.file].kind == .author, let path = paths.path(of: sources[span.file].name) else { continue }
      return Place(span: span, path: path, isInRepository: true, elsewhere: span == finding.span ? nil : views.place(of: finding.span).text)
    }
    let span = spans.first { sources[$0.file].kind == .author } ?? start
    let name = sources[span.file].name
    return Place(
      span: span, path: paths.absolute(name) ?? name, isInRepository: false, elsewhere: span == finding.span ? nil : views.place(of: finding.span).text)
  }

  /// The path of a file that the reader has.
  func path(_ file: FileID) -> String? { sources[file].kind == .author ? paths.path(of: sources[file].name) : nil }

  /// The finding in one line, without secrets.
  func message(_ finding: Diagnostic, at place: Place) -> String {
    shown(finding.message) + (place.elsewhere.map { " (\($0))" } ?? "")
  }

  /// What to do about it, in one line, without secrets.
  func help(_ finding: Diagnostic) -> String? { (finding.help ?? finding.fixIts.first?.title).map(shown) }

  /// Both, in one line.
  func line(_ finding: Diagnostic, at place: Place) -> String {
    message(finding, at: place) + (help(finding).map { "; help: \($0)" } ?? "")
  }

  func shown(_ text: String) -> String { VisibleText.of(mask.masked(text)) }

  func isApplicable(_ fix: FixIt) -> Bool { mask.isApplicable(fix) }

  // MARK: Lines and columns

  /// In characters.
  func position(_ offset: UInt32, in file: FileID) -> LineMap.Position { views.position(of: offset, in: file) }

  func start(_ place: Place) -> LineMap.Position { position(place.span.lower, in: place.span.file) }
  func end(_ place: Place) -> LineMap.Position { position(place.span.upper, in: place.span.file) }

  /// The column in UTF-16 code units, from 1; a byte order mark has no width.
  func utf16(_ offset: UInt32, in file: FileID) -> LineMap.Position {
    let (line, start) = views.line(of: offset, in: file)
    let end = max(start, min(Int(offset), sources[file].bytes.count))
    var from = (offset: start, units: 0)
    if let counted, counted.file == file, counted.start == start, counted.offset <= end { from = (counted.offset, counted.units) }
    let units = from.units + String(decoding: sources[file].bytes[from.offset..<end], as: UTF8.self).utf16.count
    counted = (file, start, end, units)
    return LineMap.Position(line: line, column: units + 1)
  }

  /// The column in bytes, from 1; a byte order mark is three of them.
  func bytes(_ offset: UInt32, in file: FileID) -> LineMap.Position {
    let (line, start) = views.line(of: offset, in: file)
    let column = max(0, Int(offset) - (line == 1 ? 0 : start))
    return LineMap.Position(line: line, column: column + 1)
  }
}
