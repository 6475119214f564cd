import Rung

/// The request body for Tenbyte as JSON.
func tenbyteBody(of yaml: String) throws -> String {
  let analysis = Rung.compile(SourceInput(name: "news.yaml", text: yaml), for: ["tenbyte"])
  guard !analysis.hasErrors else {
    throw SpecErrors(lines: analysis.diagnostics.map { "\($0.id): \($0.message)" })
  }
  let create = analysis.streams.first?.plans.first?.steps.first { $0.bodyKind == "create" }
  return try create?.bodyText ?? ""
}

/// What is wrong with the spec.
struct SpecErrors: Error {
  var lines: [String]
}

/// The heights in the bodies of a plan, each with who set it.
func printHeights(of plan: RequestPlan, in analysis: Analysis) {
  for step in plan.steps {
    guard let height = step.body?["ladder"]?["video"]?[0]?["height"] else { continue }
    print(height.int ?? 0, analysis.origin(of: height.place).label)   // 1080 preset tenbyte-balanced
  }
}
