package import RungProviders

/// One stream and its plans, as the writers take them.
package struct PlannedStream {
  package var name: String?
  package var plans: [RequestPlan]

  package init(name: String?, plans: [RequestPlan]) { (self.name, self.plans) = (name, plans) }
}
