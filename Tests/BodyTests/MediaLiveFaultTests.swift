import Rung
import RungReading
import RungSource
import RungTestSupport
import Testing

/// A channel with one fault of each kind: the calls that create one are paid for, and these are what they fail on.
@Suite struct MediaLiveFaultTests {
  struct Fault: CustomTestStringConvertible {
    let name: String
    /// What is written in the place of what; the first occurrence.
    let edits: [(String, String)]
    let rule: String
    /// What the finding points at.
    let place: String

    var testDescription: String { name }
  }

  static let faults = [
    Fault(name: "an unknown key", edits: [(#""GopClosedCadence": 1"#, #""GopClosedCadenc": 1"#)], rule: "medialive/unknown-field", place: #""GopClosedCadenc""#),
    Fault(name: "a value of the wrong type", edits: [(#""Width": 1920"#, #""Width": "1920""#)], rule: "medialive/wrong-field-type", place: #""1920""#),
    Fault(name: "a nested key is missing", edits: [(#""Source": "SYSTEMCLOCK""#, "")], rule: "medialive/missing-field", place: ""),
    Fault(name: "a word of an enumeration", edits: [(#""CBR""#, #""CRB""#)], rule: "medialive/value-not-taken", place: #""CRB""#),
    Fault(name: "another word of an enumeration", edits: [(#""SINGLE_PIPELINE""#, #""DUAL_PIPELINE""#)], rule: "medialive/value-not-taken", place: #""DUAL_PIPELINE""#),
    Fault(name: "a bitrate below the range", edits: [(#""Bitrate": 6000000"#, #""Bitrate": 600"#)], rule: "medialive/value-out-of-range", place: "600"),
    Fault(name: "a number above the range", edits: [(#""GopClosedCadence": 1"#, #""GopClosedCadence": 1, "NumRefFrames": 9"#)], rule: "medialive/value-out-of-range", place: "9"),
    Fault(name: "a number above a range that a shape's name has", edits: [(#""GopClosedCadence": 1"#, #""GopClosedCadence": 1, "Slices": 64"#)], rule: "medialive/value-out-of-range", place: "64"),
    Fault(
      name: "the maximum below the bitrate", edits: [(#""RateControlMode": "CBR","#, #""RateControlMode": "VBR","#), (#""Bitrate": 6000000"#, #""MaxBitrate": 5000000, "Bitrate": 6000000"#)],
      rule: "ladder/max-below-target", place: "5000000"),
    Fault(name: "a description that is not defined", edits: [(#""VideoDescriptionName": "1080p""#, #""VideoDescriptionName": "1081p""#)], rule: "medialive/description-not-defined", place: #""1081p""#),
    Fault(name: "a destination that is not defined", edits: [(#""DestinationRefId": "mediapackage""#, #""DestinationRefId": "packager""#)], rule: "medialive/destination-not-defined", place: #""packager""#),
    Fault(
      name: "a description that nothing uses", edits: [(#""AudioDescriptions": ["#, #""AudioDescriptions": [{"Name": "spare", "AudioSelectorName": "default"},"#)],
      rule: "medialive/description-not-used", place: #""spare""#),
    Fault(name: "a name twice", edits: [(#""Name": "720p""#, #""Name": "1080p""#)], rule: "medialive/name-twice", place: #""1080p""#),
    Fault(
      name: "a name modifier twice",
      edits: [
        (
          #""OutputGroups": ["#,
          #""OutputGroups": [{"Name": "again", "OutputGroupSettings": {"CmafIngestGroupSettings": {"Destination": {"DestinationRefId": "mediapackage"}}}, "Outputs": [{"VideoDescriptionName": "1080p", "OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": "_a"}}}, {"VideoDescriptionName": "720p", "OutputSettings": {"CmafIngestOutputSettings": {"NameModifier": "_a"}}}]},"#
        )
      ], rule: "medialive/name-modifier-twice", place: #""_a""#),
    Fault(
      name: "two equal renditions", edits: [(#""Width": 1280"#, #""Width": 1920"#), (#""Height": 720"#, #""Height": 1080"#), (#""Bitrate": 3000000"#, #""Bitrate": 6000000"#)],
      rule: "ladder/duplicate-rendition", place: ""),
    Fault(name: "an odd width", edits: [(#""Width": 854"#, #""Width": 853"#)], rule: "ladder/odd-dimensions", place: "853"),
    Fault(name: "GOPs that differ", edits: [(#""GopSize": 60"#, #""GopSize": 90"#)], rule: "ladder/keyframe-intervals-differ", place: ""),
    Fault(
      name: "a GOP that does not divide the segment", edits: [(#""GopSize": 60"#, #""GopSize": 75"#), (#""GopSize": 60"#, #""GopSize": 75"#), (#""GopSize": 60"#, #""GopSize": 75"#)],
      rule: "spec/segment-not-whole-gops", place: "6006"),
    Fault(name: "two codecs in one description", edits: [(#""H264Settings": {"#, #""Av1Settings": {"FramerateNumerator": 25, "FramerateDenominator": 1}, "H264Settings": {"#)], rule: "medialive/union-not-one", place: ""),
  ]

  private static let channel = Repository.text("Tests/Bodies/medialive/create-channel.json") ?? ""

  private static func checked(_ text: String) throws -> Analysis {
    check(SourceInput(name: "channel.json", text: text), as: try RequestName.parse("medialive.create-channel").get())
  }

  @Test("the channel itself has none") func sound() throws {
    let found = try Self.checked(Self.channel).diagnostics.filter { $0.severity != .note }
    #expect(found.isEmpty, "\(found.map(\.message))")
    #expect(Self.faults.count == 19)
  }

  @Test("each is found, at its place", arguments: faults)
  func found(_ fault: Fault) throws {
    for isSmall in [false, true] {
      var text = Self.channel
      for edit in fault.edits {
        try #require(text.contains(edit.0), "\(edit.0)")
        text = text.replacing(edit.0, with: edit.1, maxReplacements: 1)
      }
      // As the API has it.
      if isSmall { text = text.replacing(#/"([A-Z])([A-Za-z0-9]+)":/#) { "\"\($0.output.1.lowercased())\($0.output.2)\":" } }
      let analysis = try Self.checked(text)
      let places = analysis.diagnostics.filter { $0.id.rawValue == fault.rule && $0.severity != .note }.map { analysis.sources[$0.span.file].text($0.span) }
      let place = isSmall && fault.rule == "medialive/unknown-field" ? #""gopClosedCadenc""# : fault.place
      #expect(fault.place.isEmpty ? !places.isEmpty : places.contains(place), "\(fault.name): \(analysis.diagnostics.map { "\($0.id): \($0.message)" })")
    }
  }
}
