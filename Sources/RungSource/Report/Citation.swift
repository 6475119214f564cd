/// The document that a fact is from. Facts and rules of providers have one each.
///
/// A class, because facts and limits are handed around by the dozen for every stream and all carry one.
public final class Citation: Sendable, Hashable {
  /// How certain the source is.
  public enum Strength: String, Sendable, Hashable, CaseIterable {
    /// The provider, or the standard, states it.
    case stated
    /// Our reading of what it states.
    case inferred
    /// Stated by another product that this one's API follows, not by the provider itself.
    case byAnalogy = "by-analogy"
  }

  /// The document, as its publisher calls it.
  public let document: String
  /// The heading, field or clause inside it.
  public let locator: String
  /// Nil where the document has no address.
  public let url: String?
  /// The day on which we last read it, as `2026-11-20`; nil for standards, which do not drift.
  public let checked: String?
  /// How sure it is.
  public let strength: Strength

  /// - Parameters:
  ///   - document: as its publisher calls it.
  ///   - locator: where in the document.
  ///   - url: of the document; nil where it has none.
  ///   - checked: the day on which the fact was compared with the document, as `2026-11-20`.
  ///   - strength: how sure it is.
  public init(
    _ document: String, _ locator: String, url: String? = nil, checked: String? = nil, strength: Strength = .stated
  ) {
    self.document = document
    self.locator = locator
    self.url = url
    self.checked = checked
    self.strength = strength
  }

  public static func == (left: Citation, right: Citation) -> Bool {
    left === right
      || (left.document == right.document && left.locator == right.locator && left.url == right.url
        && left.checked == right.checked && left.strength == right.strength)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(document)
    hasher.combine(locator)
  }

  /// One line, for a diagnostic.
  public var text: String {
    let base = locator.isEmpty ? document : "\(document), \(locator)"
    switch strength {
    case .stated: return base
    case .inferred: return base + " (inferred)"
    case .byAnalogy: return base + " (by analogy)"
    }
  }
}
