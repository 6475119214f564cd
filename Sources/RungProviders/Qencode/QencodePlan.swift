package import RungSource
internal import RungSpec

extension Qencode {
  private static let base = "https://api-live.qencode.com/v1"

  package static func plan(_ fit: Fit<Qencode>, _ report: inout Report) -> RequestPlan {
    let requests = QencodeRequests(fit, &report)
    takeForGranted(fit, &report)
    let place = fit.measured.target
    var steps: [RequestStep] = []
    if let create = requests.create {
      steps.append(
        RequestStep(
          "create", "Create the stream", method: "POST", url: URLTemplate("\(base)/live-streams"), bodyKind: "create",
          body: BodyContent(create, QencodeCreate.shape, at: place)))
    }
    if !requests.update.isEmpty {
      steps.append(
        RequestStep(
          "update", "Set what creating does not take", method: "PUT", url: URLTemplate("\(base)/live-streams/{stream_id}"), bodyKind: "update",
          body: BodyContent(requests.update, QencodeUpdate.shape, at: place)))
    }
    for (index, target) in requests.simulcastTargets.enumerated() {
      steps.append(
        RequestStep(
          "simulcast-\(index + 1)", "Send the stream on", method: "POST", url: URLTemplate("\(base)/live-streams/{stream_id}/simulcast-targets"),
          bodyKind: "simulcast-target", body: BodyContent(target.value, QencodeSimulcastTarget.shape, at: target.place)))
    }
    return RequestPlan(provider: id, steps: steps)
  }
  private static func takeForGranted(_ fit: Fit<Qencode>, _ report: inout Report) {}
}
