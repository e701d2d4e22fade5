/// A place in a file that a person wrote, as an editor can jump to it: `rules/brands.yaml:12:7`.
package struct FileLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Path relative to the workspace.
    package let file: String
    /// 1-based; `nil` when the file as a whole is meant.
    package var line: Int? { lineNumber == 0 ? nil : Int(lineNumber) }
    /// 1-based, counted in Unicode scalars.
    package var column: Int? { columnNumber == 0 ? nil : Int(columnNumber) }

    // Four bytes each and 0 for none: there are tens of thousands of terms, each with its place.
    private let lineNumber: UInt32
    private let columnNumber: UInt32

    package init(file: String, line: Int? = nil, column: Int? = nil) {
        self.file = file
        lineNumber = UInt32(clamping: line ?? 0)
        columnNumber = UInt32(clamping: column ?? 0)
    }

    package var description: String {
        switch (line, column) {
        case (let line?, let column?): "\(file):\(line):\(column)"
        case (let number?, nil), (nil, let number?): "\(file):\(number)"
        case (nil, nil): file
        }
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.file, one.line ?? 0, one.column ?? 0)
            < (other.file, other.line ?? 0, other.column ?? 0)
    }
}
