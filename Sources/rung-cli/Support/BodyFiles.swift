internal import RungOutput
internal import RungProviders
internal import RungReading

/// One file for each body; for an encoder its script, or the folder of a profile.
enum BodyFiles {
  /// - Parameters:
  ///   - format: json for encoders' setups as JSON.
  ///   - private: the files hold secrets, and are for their owner's eyes only.
  /// - Returns: the paths written.
  static func write(_ all: [StreamBodies], to directory: String, as format: OutputFormat?, private isPrivate: Bool) throws -> [String] {
    let directory = PathName.tidy(directory)
    var files: [OutputFiles.File] = []
    var folders: [String] = []
    for (bodies, slug) in zip(all, StreamSlug.all(all.map(\.stream))) {
      for provider in bodies.providers {
        for (index, body) in provider.bodies.enumerated() {
          let number = provider.bodies.count > 1 ? (index < 9 ? "0\(index + 1)-" : "\(index + 1)-") : ""
          let name = "\(slug).\(provider.provider).\(number)\(body.key).json"
          files.append(OutputFiles.File(path: PathName.join(directory, name), text: try JSONWriter.text(body.node) + "\n"))
        }
      }
      for encoder in bodies.encoders {
        let path = PathName.join(directory, "\(slug).\(encoder.setup.encoder)")
        if format == .json {
          files.append(OutputFiles.File(path: path + ".json", text: try JSONWriter.text(EncoderJSON.node(encoder.setup)) + "\n"))
        } else if let script = encoder.script {
          files.append(OutputFiles.File(path: path + ".sh", text: script))
        } else if !encoder.setup.files.isEmpty {
          folders.append(path)
          for file in encoder.setup.files { files.append(OutputFiles.File(path: PathName.join(path, file.name), text: file.text)) }
        }
      }
    }
    try OutputFiles.write(files, in: [directory] + folders, private: isPrivate)
    return files.map(\.path)
  }
}
