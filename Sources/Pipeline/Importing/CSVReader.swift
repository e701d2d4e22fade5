/// Reads rows of CSV (RFC 4180) from a text that arrives in pieces.
///
/// A cell between quotation marks may hold delimiters, line breaks, and quotation marks doubled. Lines
/// end with CRLF, LF or CR. Rows without anything are passed over. A quotation mark inside a cell that
/// does not begin with one is a character like any other, as spreadsheets have it.
package struct CSVReader {
    package struct Row: Equatable {
        /// Of the row's first line, counted from 1.
        package let line: Int
        package let cells: [[UInt8]]
        /// What is wrong with it; `nil` for nothing.
        package let problem: String?
    }

    private enum State {
        case cellStart, plain, quoted
        /// Behind a quotation mark that ends the cell, or is the first of two.
        case quote
    }

    private let delimiter: UInt8
    private let maximumRowLength: Int
    private var state = State.cellStart
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 1
    private var cell: [UInt8] = []
    private var cells: [[UInt8]] = []
    private var length = 0
    private var problem: String?
    private var isAfterCR = false

    /// - Parameter maximumRowLength: in bytes; the rest of a longer row is passed over.
    package init(delimiter: UInt8, maximumRowLength: Int = 16 << 20) {
        self.delimiter = delimiter
        self.maximumRowLength = maximumRowLength
    }

    /// Hands over each row that is complete.
    package mutating func read(
        _ chunk: some Sequence<UInt8>, _ body: (Row) throws(RunError) -> Void
    ) throws(RunError) {
        for byte in chunk {
            let isSecondOfEnd = isAfterCR && byte == .lineFeed
            isAfterCR = byte == .carriageReturn
            if isSecondOfEnd, state != .quoted { continue }
            if byte == .carriageReturn || byte == .lineFeed && !isSecondOfEnd { line += 1 }
            switch (state, byte) {
            case (.quoted, .quotationMark):
                state = .quote
            case (.quote, .quotationMark):
                append(byte)
                state = .quoted
            case (.quoted, _):
                append(byte)
            case (.cellStart, .quotationMark):
                state = .quoted
                quoteLine = line
            case (_, delimiter):
                countByte()
                endCell()
            case (_, .lineFeed), (_, .carriageReturn):
                if let row = endRow() { try body(row) }
            case (.quote, _):
                problem = problem ?? "a quotation mark is neither doubled nor the cell's last"
                append(byte)
                state = .plain
            case (.cellStart, _), (.plain, _):
                append(byte)
                state = .plain
            }
        }
    }

    /// The last row, if no line end is behind it.
    ///
    /// - Parameter isCut: whether the text ended within a character, which spoils that row even where
    ///   nothing else of it came.
    package mutating func finish(
        isCut: Bool = false, _ body: (Row) throws(RunError) -> Void
    ) throws(RunError) {
        if isCut {
            problem = ImportReader.cutText
        } else if state == .quoted {
            problem = "the quotation mark of line \(quoteLine) is never closed"
        }
        guard state != .cellStart || !cells.isEmpty || isCut else { return }
        line += 1
        if let row = endRow() { try body(row) }
    }

    // MARK: - Private

    private mutating func append(_ byte: UInt8) {
        countByte()
        if length <= maximumRowLength { cell.append(byte) }
    }

    private mutating func countByte() {
        length += 1
        if length > maximumRowLength {
            problem = problem ?? "is longer than \(maximumRowLength >> 20) MiB"
        }
    }

    private mutating func endCell() {
        // Even one without anything takes room.
        if cells.count < maximumRowLength { cells.append(cell) }
        cell = []
        state = .cellStart
    }

    private mutating func endRow() -> Row? {
        let isBlank = cells.isEmpty && cell.isEmpty && problem == nil && state != .quote
        endCell()
        let row = Row(line: rowLine, cells: cells, problem: problem)
        cells = []
        problem = nil
        length = 0
        rowLine = line
        return isBlank ? nil : row
    }
}

extension UInt8 {
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
    fileprivate static let quotationMark = UInt8(ascii: "\"")
}

extension CSVReader {
    /// The character that separates the cells of a header: what a line `sep=;` before it says, else the
    /// most frequent of `,`, `;`, tab and `|` outside quotation marks in its first line.
    package static func delimiter(ofHeader start: some Sequence<UInt8>) -> UInt8 {
        let first = Array(start.prefix { $0 != .lineFeed && $0 != .carriageReturn }.prefix(6))
        if let stated = first.last, isStatement(first) { return stated }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var isBlank = true
        for byte in start {
            if byte == .quotationMark { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == .lineFeed || byte == .carriageReturn {
                if isBlank { continue } else { break }
            }
            isBlank = false
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        // The first of several that are as frequent, so that the same file is always read alike.
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[0]
    }

    /// Whether a line is one that tells Excel, and nobody else, what separates the cells: `sep=;`.
    fileprivate static func isStatement(_ line: [UInt8]) -> Bool {
        line.count == 5 && String(decoding: line.dropLast(), as: UTF8.self).lowercased() == "sep="
    }

    private static let candidates: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
}

extension CSVReader.Row {
    /// Whether it is the line before the header that says what separates the cells.
    func statesDelimiter(_ delimiter: UInt8) -> Bool {
        line == 1 && CSVReader.isStatement(Array(cells.joined(separator: [delimiter])))
    }

    /// Whether it has cells and nothing in them, as below the rows of a spreadsheet.
    var isEmpty: Bool { problem == nil && cells.allSatisfy(\.isEmpty) }
}
