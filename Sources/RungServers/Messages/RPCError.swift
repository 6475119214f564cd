/// Why a request has no result, as JSON-RPC and the protocols over it number it.
package struct RPCError: Error, Sendable, Equatable {
  /// Of JSON-RPC, or of the Language Server Protocol.
  package let code: Int
  /// One sentence.
  package let message: String

  package init(_ code: Int, _ message: String) { (self.code, self.message) = (code, message) }

  /// What was read is no JSON, or no message could be cut from the stream.
  package static func parse(_ message: String) -> RPCError { RPCError(-32700, message) }
  /// JSON that is no message, or a message that may not be sent now.
  package static func invalidRequest(_ message: String) -> RPCError { RPCError(-32600, message) }
  /// A method that there is not.
  package static func methodNotFound(_ method: String) -> RPCError { RPCError(-32601, "there is no method `\(method)`") }
  /// Parameters that are not those of the method.
  package static func invalidParams(_ message: String) -> RPCError { RPCError(-32602, message) }
  /// A request before `initialize`.
  package static let notInitialized = RPCError(-32002, "the first request must be `initialize`")
  /// A request that was cancelled before it began.
  package static let cancelled = RPCError(-32800, "the request was cancelled")
  /// A request about a text that has changed since.
  package static let contentModified = RPCError(-32801, "the document has changed since the request")
}
