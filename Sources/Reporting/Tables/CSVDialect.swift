import Foundation
import Model

/// How rows are written for spreadsheets and programs (RFC 4180).
///
/// Spreadsheets treat a cell that begins like a formula as one. So a text that does gets an apostrophe
/// in front, which spreadsheets do not show. Programs that read the file should remove one leading
/// apostrophe if one of `SpreadsheetText.triggers` follows it (OWASP ASVS 1.2.10).
package struct CSVDialect: Hashable, Sendable {
    /// What stands between cells; `;` for spreadsheets that take a comma for a decimal point.
    package let delimiter: Character
    /// Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
    package let hasByteOrderMark: Bool
    /// Whether texts are guarded against being taken for formulas.
    package let isGuarded: Bool
    /// Whether a comma stands before decimals, in place of a point, which spreadsheets of such a place
    /// take for a part of a date: `4.5` would be the fourth of May.
    package let hasDecimalComma: Bool

    package init(
        delimiter: Character = ",", hasByteOrderMark: Bool = false, isGuarded: Bool = true,
        hasDecimalComma: Bool = false
    ) {
        precondition(!hasDecimalComma || delimiter != ",", "a number would be two cells")
        self.delimiter = delimiter
        self.hasByteOrderMark = hasByteOrderMark
        self.isGuarded = isGuarded
        self.hasDecimalComma = hasDecimalComma
    }

    /// One value of a row.
    enum Cell: Hashable, Sendable {
        case text(String)
        /// Digits, a sign and a point: never guarded.
        case number(String)
        /// Nothing is known: an empty cell.
        case missing

        static func count(_ count: Int) -> Cell { .number(String(count)) }
        static func flag(_ isSet: Bool) -> Cell { .number(isSet ? "1" : "0") }
        static func known(count: Int?) -> Cell {
            count.map { .number(String($0)) } ?? .missing
        }
        static func share(_ share: Double?) -> Cell {
            share.map { .number(String($0)) } ?? .missing
        }
        /// `4`, and `4.5`.
        static func known(halves: Double?) -> Cell {
            halves.map { .number($0.text(decimals: $0 == $0.rounded() ? 0 : 1)) } ?? .missing
        }
        static func known(text: String?) -> Cell { text.map { .text($0) } ?? .missing }
        static func time(_ date: Date?) -> Cell {
            date.map { .text(ContractJSON.timestamp($0)) } ?? .missing
        }
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
        case .number(let digits):
            hasDecimalComma ? digits.replacing(".", with: ",") : digits
        case .missing: ""
        case .text(let text):
            SpreadsheetText.quoted(isGuarded ? SpreadsheetText.guarded(text) : text)
        }
    }
}

extension CSVDialect.Cell: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let digits):
            if let whole = Int(digits) {
                try container.encode(whole)
            } else {
                try container.encode(Double(digits))
            }
        case .missing: try container.encodeNil()
        }
    }
}
