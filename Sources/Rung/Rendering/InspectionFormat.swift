public import RungOutput
internal import RungSpec

/// How an inspection is written.
public enum InspectionFormat: String, Sendable, CaseIterable {
  /// To read.
  case text
  /// For programs: a document of the schema `inspection.v1`.
  case json
}

extension InspectionAnalysis {
  /// The figures of the renditions.
  ///
  /// - Parameters:
  ///   - format: how it is written.
  ///   - style: of ``InspectionFormat/text``.
  public func rendered(as format: InspectionFormat, style: TextStyle = .plain) -> String {
    let inspection = LadderInspection(streams: streams)
    return switch format {
    case .text: InspectionText.text(inspection, style: style)
    case .json: InspectionJSON.text(inspection)
    }
  }
}
