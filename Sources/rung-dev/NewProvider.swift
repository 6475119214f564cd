/// A provider is a folder; this creates one that has a stream's name and a region, and reports every other value as not
/// expressible until its bodies have it.
enum NewProvider {
  static func layOut(id: String, title: String, in root: String) throws(Fault) {
    try Name.check(id, "a provider", example: "tenbyte")
    guard !id.contains("-"), !id.contains("_") else { throw Fault("the id of a provider is one word") }
    // `MK.IO` is the type MKIO, and `Amazon IVS` the type IVS.
    let words = [title] + title.split(separator: " ").map(String.init)
    guard let type = words.map({ $0.filter { $0.isLetter || $0.isNumber } }).first(where: { $0.lowercased() == id }) else {
      throw Fault("the title `\(title)`, or a word of it, must be the id `\(id)`, except for capitals and points")
    }
    let folder = "Sources/RungProviders/\(type)"
    try Skeleton.write("\(folder)/\(type).swift", """
      package import RungSource
      package import RungSpec

      /// \(title): what it is, and which requests create a stream.
      package enum \(type): Provider {
        package static let id = "\(id)"
        package static let title = "\(title)"

        package struct Options: Sendable {
          package var region: Located<String>?
        }

        package static let options = Shape("the target \(id)", "\(title)'s own settings.", { Options() }) {
          Field("region", { $1(&$0.region) }, .string, "The region of the ingest.")
        }

        package static let requests = [
          RequestKind(
            "create", "POST /v1/streams", body: \(type)Create.shape, telling: ["name", "region"], source: Source.reference("create")),
          RequestKind("delete", "DELETE /v1/streams/{id}"),
        ]

        package static let inexpressible: [Inexpressible] = []

        /// There is one product only.
        package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) {}
      }

      """, in: root)
    try Skeleton.write("\(folder)/\(type)Facts.swift", """
      internal import RungSource
      internal import RungSpec

      extension \(type) {
        /// The documents that the facts come from.
        enum Source {
          static func reference(_ locator: String, strength: Citation.Strength = .stated) -> Citation {
            Citation("\(title) API reference", locator, url: "https://example.com/reference", checked: "\(Today.text)", strength: strength)
          }
        }

        package static func facts(for decision: Void) -> Facts {
          var facts = Facts(party: title)
          facts.nameLength = .published(1...255, Source.reference("create: name"))
          return facts
        }

        package static let changes = [
          ChangeFact("create", .path(""), .createOnly, Source.reference("no request updates a stream", strength: .inferred))
        ]
      }

      """, in: root)
    try Skeleton.write("\(folder)/\(type)Create.swift", """
      package import RungSource
      package import RungSpec

      /// The body of `POST /v1/streams`.
      package struct \(type)Create: Sendable {
        package var name: Located<String>?
        package var region: Located<String>?

        package static let shape = Shape("the create request", "Creates a live stream.", { \(type)Create() }) {
          Field("name", { $1(&$0.name) }, .text(1...255), required: true, of: .name, "1 to 255 characters")
          Field("region", { $1(&$0.region) }, .string, "the region of the ingest")
        }
      }

      """, in: root)
    try Skeleton.write("\(folder)/\(type)Plan.swift", """
      package import RungSource
      internal import RungSpec

      extension \(type) {
        private static let base = "https://api.example.com/v1"
        private static let stream = PlanParameter(bound: "id", from: "stream_id")
        private static let credential = RequestHeader("Authorization", "Bearer ${env:\(id.uppercased())_TOKEN}")

        package struct Content: PlanContent {
          let create: \(type)Create

          package func useBodies(_ report: inout Report) { \(type)Create.shape.use(create, &report) }
          package func useWords(_ report: inout Report) {}
        }

        package static func content(_ fit: Fit<\(type)>, _ report: inout Report) -> Content {
          Content(create: \(type)Create(name: fit.spec.name, region: fit.options.region))
        }

        package static func plan(_ fit: Fit<\(type)>, _ content: Content) -> RequestPlan {
          let create = RequestStep(
            "create", "Create the stream", method: "POST", url: URLTemplate("\\(base)/streams"),
            headers: [credential, RequestHeader("Content-Type", "application/json")], bodyKind: "create",
            body: BodyContent(content.create, \(type)Create.shape, at: fit.measured.target), reads: [PlanBinding("stream_id", "/id", "the stream's id")],
            wait: Wait(URLTemplate("\\(base)/streams/{id}", [stream]), pointer: "/status", until: ["live"], isForMedia: true),
            resending: .asked(Lookup(URLTemplate("\\(base)/streams"), .added(.init(to: "/streams", matching: [("/name", "/name")])))))
          let delete = RequestStep(
            "delete", "Delete the stream", method: "DELETE",
            url: URLTemplate("\\(base)/streams/{id}", [stream]), headers: [credential],
            tolerated: [ToleratedStatus(404, "the stream is gone already")], irreversible: ["The stream is gone for good."],
            undoes: ["create"])
          return RequestPlan(provider: id, steps: [create], teardown: [delete])
        }
      }

      """, in: root)
    try Skeleton.write("Tests/PlanTests/servers/\(id).py", """
      \"\"\"\(title).\"\"\"

      import re

      from provider import Provider, Refusal


      class \(type)(Provider):
          name = "\(id)"

          def answer(self, method, path, headers, body):
              if not re.fullmatch(r"Bearer \\S+", headers.get("Authorization", "")):
                  raise Refusal(401, {"error": "unauthorized"})
              if (method, path) == ("POST", "/v1/streams"):
                  wrong = self.schema("create", body)
                  if wrong:
                      raise Refusal(422, {"error": wrong})
                  name = self.make(f"{len(self.made) + 1}", "starting", "live", body=body)
                  return 201, {"id": name, "status": "starting"}
              if (method, path) == ("GET", "/v1/streams"):
                  rows = [{"id": name, "name": thing.facts["body"]["name"]} for name, thing in self.things.items() if thing.state]
                  return 200, {"streams": rows}
              gone = Refusal(404, {"error": "not found"})
              name = path.removeprefix("/v1/streams/")
              stream = self.thing(name, gone)
              if method == "GET":
                  return 200, {"id": name, "status": stream.asked()}
              if method == "DELETE":
                  stream.go(None)
                  return 204, None
              raise gone

          def playing(self):
              return any(thing.state == "live" for thing in self.things.values())

      """, in: root)
    try Skeleton.write("Tests/Golden/\(id)/spec.yaml", """
      rung: 1
      name: news
      targets:
        \(id): {region: here}

      """, in: root)
    try Skeleton.write("Tests/Lossless/\(id).yaml", """
      rung: 1
      name: news
      targets:
        \(id):
          region: here
          accepts: [name]
          limits: {archive: 24h, ingest_bitrate: 80M, renditions: 8, event_duration: 12h}
          extra: {create: {note: kept}}

      """, in: root)
    try Skeleton.page("providers", id, title: title, command: "providers \(id)", cells: ["[\(title)](\(id).md)", "`\(id)`"], in: root)
    try Skeleton.edit("README.md", in: root) { lines throws(Fault) in
      let lead = "Providers: ", end = ". Encoders: "
      guard let index = lines.firstIndex(where: { $0.hasPrefix(lead) && $0.contains(end) }), let point = lines[index].firstRange(of: end) else {
        throw Fault("README.md has no line `\(lead)…\(end)…`")
      }
      lines[index].insert(contentsOf: ", **\(title)**", at: point.lowerBound)
    }
    Console.say("then: \(Generator.command); RECORD=1 swift test --filter GoldenTests; a line in CHANGELOG.md; RECORD=1 swift test --filter ReleaseTests")
  }
}
