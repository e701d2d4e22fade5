import Foundation
import Model

/// What is written for a line that could not be used: its id, where that can be read, and why.
struct LineFailure: Encodable {
    let id: LineID?
    let error: String

    init(id: LineID?, error: String) {
        self.id = id
        self.error = error
    }

    /// Of a line of which only the beginning was read.
    init(cut line: InputLine) {
        self.init(
            id: nil, error: "line \(line.number): longer than \(line.bytes.count >> 20) MiB")
    }

    /// Of a line that is not what a decoder was to make of it.
    init(of line: InputLine, _ error: any Error) {
        let isUTF8 = String(validating: line.bytes, as: UTF8.self) != nil
        let message = isUTF8 ? Self.message(error) : "is not UTF-8; write UTF-8"
        self.init(id: Self.id(in: line), error: "line \(line.number): \(message)")
    }

    /// JSON, without a line end.
    var line: Data {
        do {
            return try ContractJSON.encode(self)
        } catch {
            preconditionFailure("an id and a message are always JSON: \(error)")
        }
    }

    // MARK: - Private

    private struct Identified: Decodable {
        let id: LineID
    }

    private static func id(in line: InputLine) -> LineID? {
        // Without one its number tells which line it was.
        try? ContractJSON.decode(Identified.self, from: line.json).id
    }

    private static func message(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _):
            "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            switch context.codingPath.last?.stringValue {
            case nil: "not a JSON object"
            case "id": "'id' must be a text or a whole number of up to 64 bits"
            case let key?: "'\(key)' must be a text"
            }
        case .dataCorrupted(let context):
            context.codingPath.last.map { "'\($0.stringValue)': \(context.debugDescription)" }
                ?? "not a JSON object"
        default:
            "not a JSON object"
        }
    }
}
