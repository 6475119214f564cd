internal import Rung
internal import RungProviders
internal import RungReading

/// One file for each body; for an encoder its script, or the folder of a profile.
enum BodyFiles {
  /// The same as those of each text alone, whatever else is in the run.
  private static func slugs(of all: CompiledBodies) -> [String] {
    var slugs: [String] = []
    while slugs.count < all.streams.count {
      let text = all.streams[slugs.count].text
      slugs += StreamSlug.all(all.streams[slugs.count...].prefix { $0.text == text }.map(\.stream))
    }
    return slugs
  }

  /// - Parameters:
  ///   - format: json for encoders' setups as JSON.
  ///   - private: the files hold secrets, and are for their owner's eyes only.
  /// - Returns: the paths written.
  static func write(_ all: CompiledBodies, to directory: String, as format: CompileFormat?, private isPrivate: Bool) throws -> [String] {
    let directory = PathName.tidy(directory)
    var files: [OutputFiles.File] = []
    var folders: [String] = []
    var owners: [String: StreamBodies] = [:]
    for (bodies, slug) in zip(all.streams, slugs(of: all)) {
      let first = files.count
      if let format = format?.deployment {
        for made in try bodies.deployments(as: format) {
          files.append(OutputFiles.File(path: PathName.join(directory, "\(slug).\(made.provider).\(format.fileEnding)"), text: made.text))
        }
      }
      for provider in format?.deployment == nil ? bodies.providers : [] {
        for (index, body) in provider.bodies.enumerated() {
          let number = provider.bodies.count > 1 ? (index < 9 ? "0\(index + 1)-" : "\(index + 1)-") : ""
          let name = "\(slug).\(provider.provider).\(number)\(body.key).json"
          files.append(OutputFiles.File(path: PathName.join(directory, name), text: try JSONWriter.text(body.node) + "\n"))
        }
      }
      for setup in bodies.setups {
        let path = PathName.join(directory, "\(slug).\(setup.encoder)")
        if format?.encoder == .json {
          files.append(OutputFiles.File(path: path + ".json", text: setup.rendered(as: .json)))
        } else if setup.command != nil {
          files.append(OutputFiles.File(path: path + ".sh", text: setup.rendered(as: .text)))
        } else if !setup.files.isEmpty {
          folders.append(path)
          for file in setup.files { files.append(OutputFiles.File(path: PathName.join(path, file.name), text: file.text)) }
        }
      }
      for file in files[first...] {
        // Some file systems hold names to be the same that differ in case only.
        guard let owner = owners.updateValue(bodies, forKey: file.path.uppercased().lowercased()) else { continue }
        throw Failure.notRun("\(file.path) would be of two streams: \(owner.place()) and \(bodies.place()); nothing was written; give one of them another `name`")
      }
    }
    try OutputFiles.write(files, in: [directory] + folders, private: isPrivate)
    return files.map(\.path)
  }
}
