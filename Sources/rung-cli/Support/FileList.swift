internal import RungSource

/// `--files-from`: names as `git diff --name-only` lists them, one on each line or, with -z, each before a NUL.
enum FileList {
  static func names(_ path: String) throws -> [String] {
    var bytes: [UInt8]
    do throws(Unreadable) {
      bytes =
        switch path {
        case "-": try FileText.readStandardInput(limit: Inputs.limit)
        // The empty list.
        case "/dev/null": []
        default: try FileText.read(path, limit: Inputs.limit)
        }
    } catch {
      throw Failure.notRun("--files-from: \(path == "-" ? Inputs.standardInputName : path) \(error.reason)")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let isTerminated = bytes.contains(0)
    // `git diff --name-status`: no name has a tab that is not quoted.
    if !isTerminated, let line = bytes.split(separator: 0x0A).first(where: { line in
      line.first.map { $0 &- 0x41 < 26 } == true && line.firstIndex(of: 0x09).map { line[line.index(after: line.startIndex)..<$0].allSatisfy { $0 &- 0x30 < 10 } } == true
    }) {
      throw Failure.usage("--files-from: `\(VisibleText.of(String(decoding: line, as: UTF8.self)))` has a status before the name; list names alone, as `git diff --name-only` does")
    }
    // `git status --porcelain`: two letters or blanks, and a blank.
    let states = Set("MTADRCU?! ".utf8)
    if !isTerminated, let line = bytes.split(separator: 0x0A).first(where: { $0.count > 3 && $0.prefix(2).allSatisfy(states.contains) && $0[$0.startIndex + 2] == 0x20 }),
      PathName.kind(PathText.of(Array(line))) == .missing {
      throw Failure.usage("--files-from: `\(VisibleText.of(String(decoding: line, as: UTF8.self)))` has a status before the name; list names alone, as `git diff --name-only` does")
    }
    if SpecRecognition.isSpec(bytes, named: "") {
      throw Failure.usage("--files-from: \(path == "-" ? "standard input" : path) is a stream spec, not a list of files; name it without --files-from")
    }
    return bytes.split { isTerminated ? $0 == 0 : $0 == 0x0A || $0 == 0x0D }.map { PathText.of(isTerminated ? Array($0) : unquoted(Array($0))) }
  }

  /// `"caf\\303\\251.yaml"`: git quotes names with unusual bytes, unless -z is given.
  private static func unquoted(_ line: [UInt8]) -> [UInt8] {
    guard line.count > 1, line.first == UInt8(ascii: "\""), line.last == UInt8(ascii: "\"") else { return line }
    var name: [UInt8] = []
    var index = 1
    while index < line.count - 1 {
      guard line[index] == UInt8(ascii: "\\"), index + 1 < line.count - 1 else {
        name.append(line[index])
        index += 1
        continue
      }
      let digits = line[(index + 1)...].prefix(3)
      if digits.count == 3, digits.allSatisfy({ $0 &- 0x30 < 8 }) {
        name.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) })
        index += 4
        continue
      }
      switch line[index + 1] {
      case UInt8(ascii: "n"): name.append(0x0A)
      case UInt8(ascii: "t"): name.append(0x09)
      case UInt8(ascii: "r"): name.append(0x0D)
      default: name.append(line[index + 1])
      }
      index += 2
    }
    return name
  }
}
