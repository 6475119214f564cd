internal import RungPlatform

/// The developers' tool: writes generated files and creates new ones. It imports nothing of Rung, so that it builds when a
/// registry names a deleted rule and nothing else builds.
@main enum RungDev {
  static let usage = """
    usage: swift run rung-dev COMMAND

      generate [--check] [--no-build]   write registries, embedded presets, schemas, and blocks of README.md and docs/;
                                        --check only compares, and fails naming the file;
                                        --no-build uses the `rung` beside this tool as it is
      new-rule FAMILY NAME              lay out a rule: FAMILY is spec, ladder, common, fleet, destination, a rule pack, or a provider's folder
      new-pack NAME                     lay out a rule pack: `new-pack cta-wave`
      new-field TYPE NAME KIND          add a field to a struct of the spec's model: KIND is \(NewField.words.joined(separator: ", "))
      new-provider ID TITLE             create a provider: `new-provider fastcast FastCast`
      service-models [--check]          write the table of AWS's service models, with the judges' botocore; --check only compares
      mutate [--record | --sample COUNT --seed NUMBER | FILE...]
                                        flip comparisons of rules in a copy of the package, one at a time, and list those
                                        that no example notices; --record lists the known survivors
      facts --older-than DAYS [--no-build]
                                        list the citations that were last checked more than DAYS days ago
    """

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let command = arguments.isEmpty ? "" : arguments.removeFirst()
    do throws(Fault) {
      let root = try Tree.root()
      switch (command, arguments.count) {
      case ("generate", 0...2) where Set(arguments).isSubset(of: ["--check", "--no-build"]):
        let generator = Generator(
          root: root, isCheck: arguments.contains("--check"), mayBuild: !arguments.contains("--no-build"))
        exit(try generator.run() ? 0 : 1)
      case ("new-rule", 2):
        try NewRule.layOut(family: arguments[0], name: arguments[1], in: root)
      case ("new-pack", 1): try NewPack.layOut(name: arguments[0], in: root)
      case ("new-field", 3): try NewField.layOut(type: arguments[0], name: arguments[1], kind: arguments[2], in: root)
      case ("new-provider", 2): try NewProvider.layOut(id: arguments[0], title: arguments[1], in: root)
      case ("service-models", 0...1) where arguments.isEmpty || arguments == ["--check"]:
        exit(try ServiceModels.settle(in: root, isCheck: !arguments.isEmpty) ? 0 : 1)
      case ("mutate", _):
        let mutants = Mutants(root: root)
        if arguments.count == 4, arguments[0] == "--sample", arguments[2] == "--seed", let count = Int(arguments[1]), count > 0, let seed = UInt64(arguments[3]) {
          exit(try mutants.run(.sample(count, seed: seed), records: false) ? 0 : 1)
        }
        let records = arguments == ["--record"]
        guard records || !arguments.contains(where: { $0.hasPrefix("-") }) else {
          Console.complain(usage)
          exit(2)
        }
        exit(try mutants.run(records || arguments.isEmpty ? .all : .named(arguments), records: records) ? 0 : 1)
      case ("facts", 2...3) where arguments[0] == "--older-than":
        guard arguments.count == 2 || arguments[2] == "--no-build", let days = Int(arguments[1]), days >= 0 else { throw Fault("`\(arguments[1])` is not a number of days") }
        try CheckedDays.list(olderThan: days, in: root, by: Program.folder(withRung: arguments.count == 2, in: root))
      default:
        Console.complain(usage)
        exit(2)
      }
    } catch {
      Console.complain("rung-dev: \(error.message)")
      exit(3)
    }
  }
}

/// Why the work cannot go on, in a sentence.
struct Fault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}

enum Console {
  static func say(_ line: String) { write(line, to: STDOUT_FILENO) }
  static func complain(_ line: String) { write(line, to: STDERR_FILENO) }

  private static func write(_ line: String, to descriptor: Int32) {
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { RungPlatform.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }
}
