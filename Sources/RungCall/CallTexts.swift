package import Rung
internal import RungSource

/// The texts that a request is about.
package struct CallTexts {
  /// With what finds the files that its `extends` names.
  package typealias Text = (input: SourceInput, loader: Loader)

  /// What a text is called that has no name.
  package static let unnamed = "<input>"

  /// In the order in which they are judged.
  package var texts: [Text]
  /// What was asked for and could not be read, each with the end of a sentence.
  package var unreadable: [(path: String, reason: String)] = []
  /// Files that are no specs.
  package var passedOver = 0
  /// Configurations that were named as specs are.
  package var configurations = 0
  /// Says what texts have turned out to be that may be bases, by their places among the texts, in the order in which findings list them. Nil
  /// where all of them are streams.
  package var settle: (([Analysis]) -> [(index: Int, role: HeldRole)])?

  package init(_ texts: [Text]) { self.texts = texts }

  /// What a text has turned out to be that may be a base.
  package enum HeldRole {
    case stream
    /// That it does not say so is a finding of the streams of this run that extend it.
    case base
    /// The same of a stream that this run does not judge.
    case baseOf(Analysis, [Diagnostic])
  }
}
