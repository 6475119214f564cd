package import RungOutput
internal import RungSource

extension Configuration {
  /// What it says about a file, in the order of its declaration.
  ///
  /// - Parameter path: as ``Policy/locate`` gives it.
  package func settings(for path: String) -> [HeldSetting] {
    let map = LineMap(bytes)
    func held(_ key: String, _ value: String, _ place: SourcePlace) -> HeldSetting {
      HeldSetting(key, value, file: name, line: map.lineNumber(of: place.span.lower))
    }
    var settings: [HeldSetting] = []
    if let requires { settings.append(held("requires", requires.value.text, requires.place)) }
    var entries = severity?.value ?? []
    let relative = relative(path).map { Array($0.utf8) }
    for override in overrides?.value ?? [] {
      guard let relative, override.value.paths?.value.last(where: { $0.value.covers(relative) })?.value.isNegated == false else { continue }
      let over = override.value.severity?.value ?? []
      entries.removeAll { entry in over.contains { $0.rules.covers(entry.rules) } }
      entries += over
    }
    for entry in entries { settings.append(held("severity.\(entry.rules.text)", entry.severity?.name ?? "off", entry.place)) }
    if let include, !includes(path) { settings.append(held("include", "none of these: passed over in directories", include.place)) }
    if let excluding = excluding(path) { settings.append(held("exclude", "\(excluding.value.text): passed over in directories and lists", excluding.place)) }
    if let gitignore { settings.append(held("gitignore", String(gitignore.value), gitignore.place)) }
    if let base = base(path) { settings.append(held("bases", "\(base.value.text): a base", base.place)) }
    if let targets { settings.append(held("targets", targets.value.map(\.value).joined(separator: ", "), targets.place)) }
    for provider in limits?.value.entries ?? [] {
      for limit in provider.value.entries { settings.append(held("limits.\(provider.key.value).\(limit.key.value)", limit.value.scalar?.text ?? "", limit.key.place)) }
    }
    if let format = output?.value.format { settings.append(held("output.format", format.value.rawValue, format.place)) }
    return settings
  }
}
