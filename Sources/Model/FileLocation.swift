/// A place in a file that a person wrote, as an editor can jump to it: `rules/brands.yaml:12:7`.
package struct FileLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Path relative to the workspace.
    package let file: String
    /// 1-based; `nil` when the file as a whole is meant.
    package let line: Int?
    /// 1-based, counted in Unicode scalars.
    package let column: Int?

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }

    package var description: String {
        [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
            .joined(separator: ":")
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.file, one.line ?? 0, one.column ?? 0)
            < (other.file, other.line ?? 0, other.column ?? 0)
    }
}
