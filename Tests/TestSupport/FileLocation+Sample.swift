package import Model

extension FileLocation {
    /// A place for rules that a test makes up.
    package static let sample = FileLocation(file: "rules/sample.yaml", line: 1, column: 1)
}
