import Foundation
import Model

/// A JSON object a line (jsonlines.org), with every fact there is.
struct JSONLinesFormat: TicketFileFormat {
    let ending = ".jsonl"
    let head: [UInt8] = []

    func row(_ draft: TicketDraft, _ operation: TicketDelivery.Operation, at moment: Date)
        -> [UInt8]
    {
        var members: [String: JSON] = [
            "schema_version": 1, "operation": .string(operation.rawValue),
            "key": .string(draft.key), "exported_at": .string(ContractJSON.timestamp(moment)),
            "subject": .string(draft.subject), "body": .string(draft.body),
            "tags": .array(draft.tags.map(JSON.string)),
            "facts": .object(
                Dictionary(uniqueKeysWithValues: draft.facts.map { ($0.rawValue, .string($1)) })),
            "fields": .object(
                Dictionary(draft.fields.map { ($0.name, .string($0.value)) }) { _, last in last }),
        ]
        if let priority = draft.priority { members["priority"] = .string(priority) }
        return Array(JSON.object(members).bytes) + [UInt8(ascii: "\n")]
    }

    func rows(of bytes: [UInt8]) -> (rows: [TicketFileRow], end: Int) {
        var rows: [TicketFileRow] = []
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if let line = JSON(Array(bytes[start..<end])), let row = TicketFileRow(line) {
                rows.append(row)
            }
            start = end + 1
        }
        return (rows, start)
    }
}

extension TicketFileRow {
    fileprivate init?(_ line: JSON) {
        guard let operation = line["operation"]?.text.flatMap(TicketDelivery.Operation.init),
            let key = line["key"]?.text
        else { return nil }
        self.init(
            operation: operation, key: key, number: line["facts"]?["number"]?.text ?? "")
    }
}
