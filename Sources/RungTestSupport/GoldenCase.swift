package import Rung
internal import RungProviders
internal import RungReading
internal import RungSource

/// A folder below Tests/Golden: specs named `spec*.yaml` or `spec*.json`, and what came of them.
package struct GoldenCase: Sendable, CustomStringConvertible {
  /// From the root of the repository.
  package let folder: String
  /// Names of the specs in it.
  package let specs: [String]

  package var description: String { folder }

  package static let all: [GoldenCase] = Repository.names(in: "Tests/Golden").compactMap { name in
    let folder = "Tests/Golden/\(name)"
    let specs = Repository.names(in: folder).filter { isSpec($0) }
    return specs.isEmpty ? nil : GoldenCase(folder: folder, specs: specs)
  }

  package static func isSpec(_ name: String) -> Bool {
    name.hasPrefix("spec") && (name.hasSuffix(".yaml") || name.hasSuffix(".json"))
  }

  package func bytes(of spec: String) -> [UInt8]? { Repository.bytes("\(folder)/\(spec)") }

  package func compiled(_ spec: String) -> Analysis {
    compile(SourceInput(name: spec, bytes: bytes(of: spec) ?? []), loader: loader)
  }

  /// Finds bases inside the folder.
  package var loader: Loader {
    let folder = self.folder
    return Loader { path, from in
      let parts = (from.split(separator: "/").dropLast() + path.split(separator: "/")).filter { $0 != "." }
      let name = parts.joined(separator: "/")
      guard !parts.contains(".."), let bytes = Repository.bytes("\(folder)/\(name)") else { return .refused("does not exist") }
      return .file(SourceInput(name: name, bytes: bytes))
    }
  }

  /// The files that a spec makes, by name: bodies, each provider's requests, and the findings.
  package func results(of spec: String) -> [String: String] {
    let analysis = compiled(spec)
    // `spec.yaml` is the case itself; `spec-audio.yaml` puts `audio.` before the names of what it makes.
    let variant = spec.prefix { $0 != "." }.dropFirst(4).drop { $0 == "-" }
    let lead = variant.isEmpty ? "" : "\(variant)."
    var results = ["\(lead)findings.txt": Self.listing(analysis)]
    for (number, stream) in analysis.streams.enumerated() {
      let which = number == 0 ? "" : "\(number + 1)."
      for plan in stream.plans {
        let requests = PlanListing.text(plan)
        var kinds: [String: Int] = [:]
        for step in plan.steps + plan.teardown {
          guard let body = step.node else { continue }
          let kind = step.bodyKind?.rawValue ?? step.id.rawValue
          kinds[kind, default: 0] += 1
          let count = kinds[kind] == 1 ? "" : "-\(kinds[kind] ?? 0)"
          results["\(lead)\(which)\(plan.provider).\(kind)\(count).json"] = JSONWriter.shown(body) + "\n"
        }
        results["\(lead)\(which)\(plan.provider).requests.txt"] = requests
      }
      for setup in stream.setups { results["\(lead)\(which)\(setup.encoder).setup.txt"] = SetupListing.text(setup) }
    }
    return results
  }

  /// One finding a line, in the order of their places.
  private static func listing(_ analysis: Analysis) -> String {
    var maps: [FileID: LineMap] = [:]
    return analysis.diagnostics.map { finding in
      let file = finding.span.file
      let map = maps[file] ?? LineMap(analysis.sources[file].bytes)
      maps[file] = map
      let position = map.position(of: finding.span.lower)
      let start = "\(analysis.sources[file].name):\(position.line):\(position.column)"
      let notes = finding.notes.map { "  note: \($0.text)\n" }.joined()
      return "\(start): \(finding.severity.name)[\(finding.id)] \(finding.message)\n\(notes)\(finding.help.map { "  help: \($0)\n" } ?? "")"
    }.joined()
  }
}
