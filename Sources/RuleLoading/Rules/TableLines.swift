/// The lines of a table whose cells are parted by tabs, as bytes: tables have tens of thousands of lines, and
/// each is read at every start.
struct TableLines: Sequence, IteratorProtocol {
    struct Line {
        /// Without what ends it.
        let bytes: ArraySlice<UInt8>
        /// From 1 on.
        let number: Int
    }

    /// `nil` behind the last line.
    private var rest: ArraySlice<UInt8>?
    private var number = 0

    init(of text: String) { rest = Array(text.utf8)[...] }

    mutating func next() -> Line? {
        guard let bytes = rest else { return nil }
        number += 1
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            rest = nil
            return line(bytes)
        }
        rest = bytes[(end + 1)...]
        return line(bytes[..<end])
    }

    /// How many lines a file has.
    static func count(in file: RuleFile) -> Int {
        file.bytes.count { $0 == UInt8(ascii: "\n") } + 1
    }

    // MARK: - Private

    private func line(_ bytes: ArraySlice<UInt8>) -> Line {
        Line(
            bytes: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, number: number)
    }
}

extension ArraySlice<UInt8> {
    /// The cell that it begins with, and what stands behind the tab that ends it; `nil` where none
    /// does.
    var cellAndRest: (cell: Self, rest: Self?) {
        guard let tab = firstIndex(of: UInt8(ascii: "\t")) else { return (self, nil) }
        return (self[..<tab], self[(tab + 1)...])
    }
}
