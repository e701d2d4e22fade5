import Foundation
import Model

/// Comma-separated values (RFC 4180) that a spreadsheet opens without running anything.
///
/// A text that a spreadsheet would take for a formula has a `'` in front, and `guarded` is 1.
struct CSVFormat: TicketFileFormat {
    let ending = ".csv"

    var head: [UInt8] { line(Self.columns.map { SpreadsheetText.quoted($0) }) }

    func row(_ draft: TicketDraft, _ operation: TicketDelivery.Operation, at moment: Date)
        -> [UInt8]
    {
        let texts =
            [
                draft.subject, draft.body, draft.priority ?? "", draft.tags.joined(separator: ", "),
            ] + Self.facts.map { draft.facts[$0] ?? "" }
        let guarded = texts.map(SpreadsheetText.guarded)
        let cells =
            [
                operation.rawValue, draft.key, draft.facts[.number] ?? "",
                ContractJSON.timestamp(moment),
                guarded == texts ? "0" : "1",
            ] + guarded
        return line(cells.map { SpreadsheetText.quoted($0) })
    }

    func rows(of bytes: [UInt8]) -> (rows: [TicketFileRow], end: Int) {
        var rows: [TicketFileRow] = []
        var cells: [[UInt8]] = [[]]
        var isQuoted = false
        var end = 0
        for (place, byte) in bytes.enumerated() {
            switch byte {
            // A doubled mark closes and opens again, which leaves all as it was.
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: cells.append([])
            case UInt8(ascii: "\n") where !isQuoted:
                let texts = cells.prefix(3).map { String(decoding: $0, as: UTF8.self) }
                if texts.count == 3, let operation = TicketDelivery.Operation(rawValue: texts[0]) {
                    rows.append(
                        TicketFileRow(operation: operation, key: texts[1], number: texts[2]))
                }
                cells = [[]]
                end = place + 1
            default:
                if cells.count <= 3 { cells[cells.count - 1].append(byte) }
            }
        }
        return (rows, end)
    }

    // MARK: - Private

    private static let facts = TicketPlaceholder.allCases.filter {
        ![.key, .number, .text, .excerpt].contains($0)
    }

    private static let columns =
        [
            "operation", "key", "number", "exported_at", "guarded", "subject", "body", "priority",
            "tags",
        ]
        + facts.map(\.rawValue)

    private func line(_ cells: [String]) -> [UInt8] {
        Array((cells.joined(separator: ",") + "\r\n").utf8)
    }
}
