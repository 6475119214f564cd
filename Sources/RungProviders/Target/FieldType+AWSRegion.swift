internal import RungSource
internal import RungSpec

extension FieldType where Value == String {
  /// The name of an AWS region, which is a part of the hosts that keys are sent to.
  static func awsRegion(_ source: Citation) -> FieldType {
    text(1...256, pattern: #"^([a-z0-9]+(-[a-z0-9]+)+|.*\$\{env:.*)$"#, says: "an AWS region, such as us-east-1", source: source) { value in
      if value.contains("${env:") { return true }
      let words = value.split(separator: "-", omittingEmptySubsequences: false)
      return words.count > 1 && words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) } }
    }
  }
}
