internal import RungReading

/// One request as JSON, answered as JSON.
package enum Call {
  /// The response: `{"version": 1, "findings": …, "result": …}`, or `{"version": 1, "error": "…"}` for a request that asks for
  /// nothing that there is. `findings` is a document of `diagnostics.v1`; `result` is what the command prints, null when it prints nothing.
  package static func response(to bytes: [UInt8]) -> String {
    do throws(RequestFault) {
      return try Request(bytes).response()
    } catch {
      return "{\"version\":1,\"error\":\(JSONWriter.quoted(error.message))}"
    }
  }
}
