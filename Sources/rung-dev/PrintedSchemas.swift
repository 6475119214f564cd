/// The JSON Schemas, as `rung schema` prints them.
enum PrintedSchemas {
  static func files(in root: String, by folder: String) throws(Fault) -> [GeneratedFile] {
    let list = try Program.shell("rung schema", in: root, path: folder)
    guard list.status == 0 else { throw Fault("`rung schema` ended with \(list.status)") }
    var files: [GeneratedFile] = []
    for line in list.output.split(separator: "\n") {
      // A name has a dot in it: `stream.v1`, `tenbyte.create`. Headings have none.
      guard let name = line.split(separator: " ").first, name.contains("."), !name.hasSuffix(".") else { continue }
      let schema = try Program.shell("rung schema \(Program.quoted(String(name)))", in: root, path: folder)
      guard schema.status == 0 else { throw Fault("`rung schema \(name)` ended with \(schema.status)") }
      files.append(GeneratedFile(path: "schemas/\(name).schema.json", text: schema.output))
    }
    guard !files.isEmpty else { throw Fault("`rung schema` lists no schema") }
    return files
  }
}
