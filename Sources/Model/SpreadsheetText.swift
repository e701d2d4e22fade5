/// Text in a table that spreadsheets open (RFC 4180).
///
/// It works on Unicode scalars, as programs read. By characters, `"` with a combining mark behind it
/// would not be equal to `"`, would stay single, and would end its cell.
package enum SpreadsheetText {
    /// Characters with which spreadsheets let a formula begin, full-width ones included (OWASP, "CSV
    /// Injection").
    package static let triggers: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
    ]

    /// With an apostrophe before it, where a spreadsheet would take it for a formula.
    package static func guarded(_ text: String) -> String {
        let first = text.unicodeScalars.first { $0 != " " }
        guard let first, triggers.contains(first) else { return text }
        return "'" + text
    }

    /// Without the apostrophe that `guarded` puts before a text.
    package static func unguarded(_ text: String) -> String {
        guard text.unicodeScalars.first == "'" else { return text }
        let rest = String(text.unicodeScalars.dropFirst())
        return guarded(rest) == text ? rest : text
    }

    /// As a cell: between quotation marks, those in it doubled.
    package static func quoted(_ text: String) -> String {
        var cell = String.UnicodeScalarView()
        cell.append("\"")
        for scalar in text.unicodeScalars {
            if scalar == "\"" { cell.append(scalar) }
            cell.append(scalar)
        }
        cell.append("\"")
        return String(cell)
    }
}
