internal import Rung
internal import RungPlatform

/// The files that `rung verify` is given: one spec, and what was delivered.
struct DeliveredFiles {
  private(set) var spec: SpecFiles.Spec?
  private(set) var delivered: [DeliveredInput] = []
  private(set) var unreadable: [(path: String, reason: String)] = []
  /// Why there is nothing to compare.
  let nothing = "no output was named; write `rung verify SPEC OUT`, with the playlists, manifests or probes of the stream, or a directory of them"
  private let stdin: String?
  private var known: Set<[UInt8]> = []

  /// - Parameters:
  ///   - paths: whose first bytes tell what they are.
  ///   - named: playlists and manifests, `NAME=FILE` or `FILE`.
  ///   - probes: the same of probes.
  init(_ paths: [String], _ named: [String], probes: [String], _ root: RootOption) throws {
    stdin = root.stdin.name
    guard (paths + (named + probes).map { Self.parts(of: $0).path }).count(where: Inputs.isStandardInput) < 2 else { throw Failure.usage("standard input is named twice; it is one text") }
    if let url = paths.first(where: { $0.contains("://") && PathName.kind($0) == .missing }) {
      throw Failure.usage("`\(url.prefix { $0 != ":" })://…` is an address, and nothing is fetched; write `curl -fsS ADDRESS | rung verify SPEC -`")
    }
    let collection = try PathCollection(paths) { name in ["m3u8", "m3u", "mpd", "json", "yaml", "yml"].contains { name.lowercased().hasSuffix("." + $0) } }
    unreadable = collection.unreadable
    let directory = try root.directory()
    var found: [SpecFiles.Spec] = []
    for item in collection.items {
      let read: SpecFiles.Spec
      do throws(Unreadable) { read = try Inputs.read(item.path, root: directory, stdin: stdin) } catch {
        unreadable.append((Inputs.shown(item.path, stdin: stdin), error.reason))
        continue
      }
      let name = item.path.lowercased()
      if DeliveredInput.isRecognized(read.input.bytes) || [".m3u8", ".mpd"].contains(where: name.hasSuffix) {
        take(read.input, at: item.path, of: nil)
      } else if item.isNamed, spec == nil {
        spec = read
      } else if item.isNamed, SpecFiles.isSpec(read.input) {
        throw Failure.usage("\(spec?.input.name ?? "") and \(read.input.name) are both specs; name one")
      } else if item.isNamed {
        take(read.input, at: item.path, of: nil)
      } else if SpecFiles.isSpec(read.input) {
        found.append(read)
      }
    }
    // A spec beside what it describes is meant, where it is the only one.
    if spec == nil {
      if found.count > 1 { throw Failure.usage("\(found.count) specs are in \(paths.joined(separator: ", ")): \(found.prefix(4).map(\.input.name).joined(separator: ", ")); name one") }
      spec = found.first
    }
    for word in named + probes {
      let (rendition, path) = Self.parts(of: word)
      guard !path.isEmpty else { throw Failure.usage("`\(word)` names no file; write NAME=FILE") }
      do throws(Unreadable) { take(try Inputs.read(Inputs.isStandardInput(path) ? "-" : PathName.tidy(path), stdin: stdin).input, at: path, of: rendition) } catch {
        unreadable.append((path, error.reason))
      }
    }
    followPlaylists()
    if delivered.isEmpty, let (path, reason) = unreadable.first { throw Failure.notRun("\(path) \(reason)") }
    if delivered.isEmpty, let directory = paths.first(where: { PathName.kind($0) == .directory }) { throw Failure.notRun("no playlist, manifest or probe in \(directory)") }
  }

  /// What `--delivered` names, beside a spec that is named elsewhere.
  static func beside(_ words: [String], _ root: RootOption) throws -> [DeliveredInput] {
    let files = try DeliveredFiles(words.filter { Self.parts(of: $0).rendition == nil }, words.filter { Self.parts(of: $0).rendition != nil }, probes: [], root)
    if let spec = files.spec { throw Failure.usage("--delivered: \(spec.input.name) is no playlist, manifest or probe") }
    if let (path, reason) = files.unreadable.first { throw Failure.notRun("--delivered: \(path) \(reason)") }
    guard !files.delivered.isEmpty else { throw Failure.notRun("--delivered: \(files.nothing)") }
    return files.delivered
  }

  private mutating func take(_ input: SourceInput, at path: String, of rendition: String?) {
    // A file that is given for two renditions is of both.
    guard known.insert(Array(((rendition.map { $0 + "=" } ?? "") + input.name).utf8)).inserted else { return }
    let folder = PathName.directory(of: path)
    delivered.append(
      DeliveredInput(input, rendition: rendition, taken: Self.taken(path)) { address in
        // The size of a file; nothing of it is read.
        guard path != "-", case .success(let status) = PathName.status(PathName.join(folder, address)), status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
      })
  }

  /// When a file was written, for playlists that were taken one after another. A name that holds a time is surer, and counts first.
  private static func taken(_ path: String) -> Int64? {
    guard path != "-", DeliveredInput.time(of: path) == nil, case .success(let status) = PathName.status(path) else { return nil }
    return Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
  }

  /// Media playlists below the folder of a multivariant playlist are read with it.
  private mutating func followPlaylists() {
    for input in delivered where input.source.name != Inputs.standardInputName {
      var folder: String??
      for address in input.references {
        let path = PathName.join(PathName.directory(of: input.source.name), address)
        guard !known.contains(Array(path.utf8)), FileText.isRegular(path) else { continue }
        // A link may lead out of the folder.
        if folder == nil { folder = .some(PathName.real(PathName.directory(of: input.source.name))) }
        guard let folder = folder.flatMap({ $0 }), let real = PathName.real(path), PathName.isInside(real, folder) else { continue }
        do throws(Unreadable) {
          let read = try Inputs.read(path).input
          // What is called a playlist and is none is worth knowing; what a server keeps at another address is not.
          if DeliveredInput.isRecognized(read.bytes) || path.lowercased().hasSuffix(".m3u8") { take(read, at: path, of: nil) }
        } catch {
          if !unreadable.contains(where: { $0.path == path }) { unreadable.append((path, error.reason)) }
        }
      }
    }
  }

  /// `NAME=FILE`; a file whose own name has a sign is meant where it is there.
  private static func parts(of word: String) -> (rendition: String?, path: String) {
    guard let sign = word.firstIndex(of: "="), sign > word.startIndex, !word[..<sign].contains("/"), PathName.kind(word) == .missing else { return (nil, word) }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }
}
