import Rung
import RungProviders
import RungSource
import RungSpec
import Testing

/// What a program that calls Rung relies on.
@Suite struct LibraryTests {
  private static let spec = SourceInput(name: "news.yaml", text: "rung: 1\nname: news\ntargets: {tenbyte: {region: sg-edge-04}}\n")

  @Test("a target that does not exist is a finding, and never a success")
  func unknownTarget() {
    for found in [check(Self.spec, for: ["tenbite"]).diagnostics, compile(Self.spec, for: ["tenbite"]).diagnostics] {
      let fault = found.first { $0.id == "spec/unknown-target" }
      #expect(fault?.severity == .error, "\(found.map(\.id))")
      #expect(fault?.message.contains("`tenbite`") == true)
      #expect(fault?.help == "did you mean `tenbyte`?")
    }
    #expect(report(Self.spec, for: ["tenbite"]).hasErrors)
    #expect(!check(Self.spec, for: ["obs"]).diagnostics.contains { $0.id == "spec/unknown-target" })
  }

  @Test("what can be named is listed")
  func lists() {
    #expect(Set(allTargets.map(\.id)) == Set(Targets.ids) && allTargets.count == Targets.ids.count)
    for target in allTargets { #expect(!check(Self.spec, for: [target.id]).diagnostics.contains { $0.id == "spec/unknown-target" }) }
    for preset in allPresets {
      let text = "rung: 1\nname: a\nladder: {preset: \(preset.name)}\ntargets: [ffmpeg]\n"
      #expect(!check(SourceInput(name: "a.yaml", text: text)).diagnostics.contains { $0.id == "spec/unknown-preset" }, "\(preset.name)")
      #expect(!preset.title.isEmpty && !preset.source.isEmpty && !preset.text.isEmpty)
    }
    #expect(allSchemas.first?.name == "stream.v1" && allSchemas.allSatisfy { $0.text.hasSuffix("}\n") && !$0.summary.isEmpty })
  }

  @Test("nothing public traps")
  func bounds() {
    #expect(Bitrate(kilobits: .max).bitsPerSecond == .max)
    #expect(Bitrate(kilobits: .min).bitsPerSecond == .min)
    #expect(Resolution(width: .max, height: 2).pixels == .max)
    #expect(Rational(Int.min).minus(Rational(Int.min)) == .zero)
    #expect(SourceMap()[FileID(index: 99)].name.isEmpty)
    #expect(LineMap(Array("a\nb".utf8)).line(0).isEmpty && LineMap(Array("a\nb".utf8)).line(9).isEmpty)
    #expect(SourceFile(name: "a", bytes: [65]).text(SourceSpan(file: FileID(index: 0), lower: 5, upper: 9)).isEmpty)
  }
}
