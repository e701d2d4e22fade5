import Model

/// A line of a file that holds what was learnt, or adapts it: a term, and its weights behind tabs.
///
/// Works on bytes, as `LexiconReader` does.
struct LearntLine {
    let term: String
    /// `nil` unless each is a number from −20 to 20.
    let weights: [Double]?
    let place: FileLocation

    /// Hands over the lines of a file, but for empty ones and comments.
    ///
    /// - Returns: `false` if the file cannot be read, which is noted.
    static func forEach(
        in file: RuleFile, noting errors: inout [RuleError],
        _ body: (LearntLine) throws(RuleError) -> Void
    ) -> Bool {
        guard let text = errors.noting(try TextBytes.text(of: file)) else { return false }
        var mistakes: [RuleError] = []
        let lines = text.utf8.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            guard !line.isEmpty, !line.elementsEqual("#".utf8), !line.starts(with: "# ".utf8)
            else { continue }
            let place = FileLocation(file: file.path, line: index + 1, column: 1)
            _ = mistakes.noting(try body(LearntLine(line, at: place)))
        }
        errors += mistakes.summedUp
        return true
    }

    // MARK: - Private

    private static let limit = 20.0

    private init(_ line: Substring.UTF8View, at place: FileLocation) throws(RuleError) {
        let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        guard let term = cells.first, !term.isEmpty else { throw RuleError(.emptyTerm, at: place) }
        let numbers = cells.dropFirst().compactMap(Decimals.number)
            .filter { (-Self.limit...Self.limit).contains($0) }
        self.term = term
        weights = numbers.count == cells.count - 1 ? numbers : nil
        self.place = place
    }
}
