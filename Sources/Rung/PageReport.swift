/// A page about every stream of a text.
public struct PageReport: Sendable {
  /// One self-contained HTML document: no script, nothing from elsewhere, and no secret.
  public var html: String
  /// Whether errors are among the findings on it.
  public var hasErrors: Bool
}

/// Draws the page about a text: each stream's findings, ladder, segments and providers.
///
/// A text that does not read makes a page as well, which says why. Of the streams of one page the first 300 are drawn; what was
/// found in the others is listed.
///
/// - Parameters:
///   - input: YAML or JSON.
///   - targets: ids to judge for; an unknown one is a finding. Nil to judge for those that each spec names under `targets`. With one alone, what the spec
///     overrides for it counts in the ladder.
///   - all: whether every other provider is shown as well, without its findings.
///   - date: a day to print on the page, as `2026-11-20`; nil for none: the page is the same whenever it is drawn.
///   - loader: finds the files that `extends` names.
public func report(
  _ input: SourceInput, for targets: [TargetID]? = nil, all: Bool = false, date: String? = nil, loader: Loader = .none
) -> PageReport {
  var drawing = PageDrawing(for: targets, all: all)
  return drawing.page(of: [drawing.draw(input, loader: loader)], title: input.name, date: date)
}
