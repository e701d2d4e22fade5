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
        for line in TableLines(of: text) {
            guard !line.bytes.isEmpty, !line.bytes.elementsEqual("#".utf8),
                !line.bytes.starts(with: "# ".utf8)
            else { continue }
            let place = FileLocation(file: file.path, line: line.number, column: 1)
            _ = mistakes.noting(try body(LearntLine(line.bytes, at: place)))
        }
        errors += mistakes.summedUp
        return true
    }

    // MARK: - Private

    private static let limit = 20.0

    private init(_ line: ArraySlice<UInt8>, at place: FileLocation) throws(RuleError) {
        let (term, rest) = line.cellAndRest
        guard !term.isEmpty else { throw RuleError(.emptyTerm, at: place) }
        self.term = String(decoding: term, as: UTF8.self)
        weights = rest.map(Self.weights) ?? []
        self.place = place
    }

    private static func weights(_ cells: ArraySlice<UInt8>) -> [Double]? {
        var weights: [Double] = []
        weights.reserveCapacity(2)
        var rest: ArraySlice<UInt8>? = cells
        while let cells = rest {
            let cell: ArraySlice<UInt8>
            (cell, rest) = cells.cellAndRest
            guard let weight = Decimals.number(cell), (-limit...limit).contains(weight) else {
                return nil
            }
            weights.append(weight)
        }
        return weights
    }
}
