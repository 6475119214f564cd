import Rung

/// The request body for Tenbyte as JSON, or what is wrong with the spec.
func tenbyteBody(of yaml: String) -> Result<String, SpecErrors> {
  let analysis = Rung.compile(Input(name: "news.yaml", text: yaml), for: ["tenbyte"])
  guard !analysis.hasErrors else {
    return .failure(SpecErrors(lines: analysis.diagnostics.map { "\($0.id): \($0.message)" }))
  }
  let create = analysis.streams.first?.plans.first?.steps.first { $0.bodyKind == "create" }
  return .success(create?.bodyText ?? "")
}

struct SpecErrors: Error {
  var lines: [String]
}
