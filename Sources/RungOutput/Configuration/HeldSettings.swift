/// What holds for a file.
package struct HeldSettings: Sendable {
  package let file: String
  /// Nil for none.
  package let configuration: String?
  package let settings: [HeldSetting]

  package init(file: String, configuration: String?, _ settings: [HeldSetting]) {
    (self.file, self.configuration, self.settings) = (file, configuration, settings)
  }

  /// To read.
  package var text: String {
    guard let configuration else { return "no configuration holds for \(file)\n" + lines }
    return "\(configuration) holds for \(file)\(settings.isEmpty ? " and sets nothing" : "")\n" + lines
  }

  private var lines: String {
    let keys = settings.map { DisplayWidth.of($0.key) }.max() ?? 0
    let values = settings.map { DisplayWidth.of($0.value) }.max() ?? 0
    func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) }
    return settings.map { "  \(padded($0.key, keys))  \(padded($0.value, values))  \($0.file):\($0.line)\n" }.joined()
  }
}
