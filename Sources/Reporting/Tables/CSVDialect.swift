import Model

/// How rows are written for spreadsheets and programs (RFC 4180).
///
/// Spreadsheets take a cell that begins like a formula for one, so a text that does gets an
/// apostrophe before it, which they take away again. Whoever reads the file by program takes one
/// leading apostrophe away where one of `SpreadsheetText.triggers` follows it (OWASP ASVS 1.2.10).
package struct CSVDialect: Hashable, Sendable {
    /// What stands between cells; `;` for spreadsheets that take a comma for a decimal point.
    package let delimiter: Character
    /// Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
    package let hasByteOrderMark: Bool
    /// Whether texts are guarded against being taken for formulas.
    package let isGuarded: Bool

    package init(
        delimiter: Character = ",", hasByteOrderMark: Bool = false, isGuarded: Bool = true
    ) {
        self.delimiter = delimiter
        self.hasByteOrderMark = hasByteOrderMark
        self.isGuarded = isGuarded
    }

    /// One value of a row.
    enum Cell: Hashable, Sendable {
        case text(String)
        /// Digits, a sign and a point: never guarded.
        case number(String)

        static func count(_ count: Int) -> Cell { .number(String(count)) }
    }

    /// Rows end with CR LF.
    func table(_ header: [String], _ rows: [[Cell]]) -> String {
        let lines = [header.map(Cell.text)] + rows
        return (hasByteOrderMark ? "\u{feff}" : "")
            + lines.map { row($0) + "\r\n" }.joined()
    }

    // MARK: - Private

    private func row(_ cells: [Cell]) -> String {
        cells.map(written).joined(separator: String(delimiter))
    }

    private func written(_ cell: Cell) -> String {
        switch cell {
        case .number(let digits): digits
        case .text(let text):
            SpreadsheetText.quoted(isGuarded ? SpreadsheetText.guarded(text) : text)
        }
    }
}
