/// What is wrong with a request: found, expected.
struct RequestFault: Error {
  let message: String
}
