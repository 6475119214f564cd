internal import Rung

/// Files with bodies of a provider, those of one stream together: those that are named are of one, and each in a directory is one of
/// its own.
struct BodyGroups {
  private(set) var groups: [[SourceInput]] = []
  /// Of files in directories the names from there, by the bytes of their paths.
  private(set) var below: [[UInt8]: String] = [:]
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Files of directories that hold something else.
  private(set) var passedOver = 0
  /// Whether a directory is among the paths.
  private(set) var isFleet = false

  /// Ends the command where no file is left.
  init(_ paths: [String], for command: String, _ request: RequestName, stdin: String?) throws {
    guard !paths.isEmpty else {
      throw Failure.usage("no file was named; write `rung \(command) --from \(request.provider) FILE`, or - for standard input")
    }
    let collection = try PathCollection(paths, PolicySource(nil), ofBodies: true)
    unreadable = collection.unreadable
    var named: [SourceInput] = []
    for item in collection.items {
      isFleet = isFleet || !item.isNamed
      do throws(Unreadable) {
        let input = try Inputs.read(item.path, stdin: stdin).input
        if item.isNamed {
          named.append(input)
        } else if looksLikeBody(input, of: request) {
          groups.append([input])
          below[Array(item.path.utf8)] = item.below
        } else {
          passedOver += 1
        }
      } catch {
        let name = Inputs.shown(item.path, stdin: stdin)
        // A stream of which a file is missing is another one.
        if item.isNamed { throw Failure.notRun("\(name) \(error.reason)") }
        unreadable.append((name, error.reason))
      }
    }
    if !named.isEmpty { groups.insert(named, at: 0) }
    guard groups.isEmpty, unreadable.isEmpty else { return }
    let others = switch passedOver {
      case 0: "there is no .json, .yaml or .yml file"
      case 1: "the one file there holds something else"
      default: "the \(passedOver) files there hold something else"
    }
    throw Failure.notRun("no request body of \(request.provider) in \(paths.joined(separator: ", ")): \(others)")
  }
}
