import Rung
import RungProviders
import RungSource
import Testing

/// The library writes what the tool prints, byte for byte.
@Suite struct SameWordsTests {
  private let tool: Tool
  private let input: SourceInput
  private static let name = "a.yaml"

  init() throws {
    tool = try Tool()
    try tool.write(Self.name, Spec.good)
    input = SourceInput(name: Self.name, text: Spec.good)
  }

  private func printed(_ words: String...) throws -> String { try tool.run(list: words).out }

  @Test func findings() throws {
    let text = Spec.good.replacing("tenbyte", with: "tenbite")
    try tool.write("b.yaml", text)
    let found = check(SourceInput(name: "b.yaml", text: text))
    #expect(found.hasErrors)
    for format in FindingsFormat.allCases {
      #expect(try printed("check", "b.yaml", "--format", format.rawValue) == found.rendered(as: format), "\(format)")
    }
  }

  @Test func plansAndBodies() throws {
    let analysis = compile(input)
    for format in PlanFormat.allCases {
      #expect(try printed("plan", Self.name, "--format", format.rawValue) == analysis.plans.rendered(as: format), "\(format)")
    }
    #expect(try printed("plan", Self.name, "--format", "curl", "--teardown") == analysis.plans.rendered(as: .curl, teardown: true))
    #expect(try printed("compile", Self.name) == analysis.bodies.rendered())
    let setup = try #require(compile(input, for: ["ffmpeg"]).bodies.onlySetup)
    for format in EncoderFormat.allCases {
      #expect(try printed("compile", Self.name, "--for", "ffmpeg", "--format", format.rawValue) == setup.rendered(as: format), "\(format)")
    }
  }

  @Test func tables() throws {
    for format in MatrixFormat.allCases {
      #expect(try printed("matrix", Self.name, "--format", format.rawValue) == matrix(input).rendered(as: format), "\(format)")
    }
    for format in InspectionFormat.allCases {
      #expect(try printed("ladder", "inspect", Self.name, "--format", format.rawValue) == inspect(input).rendered(as: format), "\(format)")
    }
    for (format, words) in [(PreviewFormat.text, ["--format", "text"]), (.json, ["--format", "json"]), (.hls, ["--hls"]), (.dash, ["--dash"])] {
      #expect(try tool.run(list: ["ladder", "preview", Self.name] + words).out == preview(input).rendered(as: format), "\(format)")
    }
    #expect(try printed("report", Self.name) == report(input).html)
  }

  @Test func differences() throws {
    let text = Spec.good.replacing("3000k", with: "2900k")
    try tool.write("b.yaml", text)
    let result = diff(input, SourceInput(name: "b.yaml", text: text), for: "tenbyte")
    for format in DiffFormat.allCases {
      #expect(try printed("diff", Self.name, "b.yaml", "--format", format.rawValue) == result.rendered(as: format), "\(format)")
    }
    #expect(try printed("diff", Self.name, "b.yaml", "--plan", "--format", "json") == result.plans.rendered(as: .json))
  }
}
