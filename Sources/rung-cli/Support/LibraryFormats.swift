public import ArgumentParser
public import Rung

// The formats of the library, as `--format` takes them.
extension InspectionFormat: ExpressibleByArgument {}
extension MatrixFormat: ExpressibleByArgument {}
extension PlanFormat: ExpressibleByArgument {}
