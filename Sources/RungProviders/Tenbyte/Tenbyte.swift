package import RungSource
package import RungSpec

/// Tenbyte Livestream: one request creates the stream; the encoder starts it.
package enum Tenbyte: Provider {
  package static let id = "tenbyte"
  package static let title = "Tenbyte"

  package struct Options: Sendable {
    package var region: Located<String>?
  }

  package static let options = Shape("the target tenbyte", "Tenbyte's own settings.", { Options() }) {
    Field("region", { $1(&$0.region) }, .string, "The region code, for example `sg-edge-04` or `bd-edge-01`; it sets the ingest host.")
  }

  package static let requests = [
    RequestKind(
      "create", "POST /v1/livestream/streams", body: TenbyteCreate.shape,
      telling: ["output_protocols", "ingest.kind"], filled: filled, renamed: renamed,
      source: Source.reference("request body")),
    RequestKind("stop", "POST /v1/livestream/streams/{id}/stop"),
    RequestKind("delete", "DELETE /v1/livestream/streams/{id}"),
  ]

  package static let starter = StarterPart(options: "{region: sg-edge-04}", remark: "the edge that receives the stream")

  /// Tenbyte has one product.
  package static func decide(_ stream: Stream, _ options: Options, _ report: inout Report) {}
}
