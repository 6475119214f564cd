import Rung
import RungSource
import RungTestSupport
import Testing

/// Whose body a text is, by its fields alone: an editor judges it as that, and leaves every other text alone.
@Suite struct RecognitionTests {
  /// With one or two keys, or none of a body.
  private static let untold: Set<String> = ["qencode/domain.json", "qencode/playback-id.json", "qencode/simulcast-target.json", "tenbyte/validation-error-response.json"]

  @Test("every example of a body is that of its provider")
  func examples() throws {
    var count = 0
    for id in allTargets.filter({ $0.kind == .provider }).map(\.id.rawValue) {
      for path in Repository.files(below: "Tests/Bodies/\(id)", ending: ".json") {
        let owner = bodyName(of: SourceInput(name: path, bytes: try #require(Repository.bytes(path))))
        #expect(owner?.provider.rawValue == (Self.untold.contains(String(path.dropFirst("Tests/Bodies/".count))) ? nil : id), "\(path)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  @Test("schemas are nobody's bodies, and neither is other JSON that begins as one does")
  func others() throws {
    for path in Repository.files(below: "schemas", ending: ".json") {
      #expect(bodyName(of: SourceInput(name: path, bytes: try #require(Repository.bytes(path)))) == nil, "\(path)")
    }
    for text in [
      "{}", #"{"name": "a", "version": "1.0.0", "description": "b", "scripts": {"test": "c"}, "dependencies": {"d": "1"}}"#,
      #"{"id": "http://json-schema.org/draft-04/schema#", "$schema": "a", "description": "b", "type": "object", "properties": {"id": {}, "title": {}, "default": {}}}"#,
      #"{"type": "object", "definitions": {"a": {}}, "additionalProperties": false, "description": "c"}"#,
      #"{"url": "file:///a.whl", "archive_info": {"hash": "b", "hashes": {"sha256": "c"}}}"#,
      #"{"name": "a", "tags": {"b": "c"}, "location": "westeurope", "properties": {"sku": {"capacity": 1}, "replicas": 3, "zones": ["1"], "network": {}}}"#,
      #"{"url": "https://x", "name": "hook", "enabled": true, "secret": "abc"}"#, #"{"id": "1", "name": "X", "type": "book", "tags": ["a"]}"#,
      #"{"data": [{"id": "1", "type": "articles", "attributes": {"title": "t"}}]}"#, #"{"data": {"id": "1", "created_at": "2", "status": "active"}}"#,
      #"{"name": "x", "description": "y", "type": "live", "status": "available"}"#, #"{"Name": "a", "Type": "SecureString", "Value": "b", "Tags": [{"Key": "c", "Value": "d"}]}"#,
      #"{"name": "x", "type": "Microsoft.Web/sites", "location": "westus", "tags": {"a": "b"}, "properties": {"x": 1}}"#,
      #"{"Name": "x", "Description": "d", "RoleArn": "arn:aws:iam::1:role/x", "Tags": [{"Key": "a", "Value": "b"}]}"#,
      #"{"result": {"id": "x", "name": "example.com", "status": "active"}, "success": true, "errors": [], "messages": []}"#,
      // Of several providers.
      #"{"url": "rtmp://live.example.com/app", "stream_key": "${env:KEY}", "other": 1}"#,
      #"{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": []}}"#,
    ] {
      #expect(bodyName(of: SourceInput(name: "a.json", text: text)) == nil, "\(text)")
    }
  }
}
