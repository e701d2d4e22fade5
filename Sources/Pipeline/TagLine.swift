package import Foundation
import Model

/// One line of `earshot tag`: a text in, its tags out.
package struct TagLine: Sendable {
    private let tagger: Tagger
    private let includesAll: Bool

    /// - Parameter includesAll: tags a line in full even when it mentions no brand.
    package init(tagger: Tagger, includesAll: Bool) {
        self.tagger = tagger
        self.includesAll = includesAll
    }

    /// The line to write for a line read; a bad line gives a line that says so.
    package func output(for line: ArraySlice<UInt8>) -> Data {
        if let input = TagLineReader.input(in: line) { return output(for: input) }
        let line = Data(line)
        do {
            return output(for: try ContractJSON.decode(Input.self, from: line))
        } catch {
            return encode(Failure(id: Self.id(in: line), error: Self.message(error)))
        }
    }

    struct Input: Decodable {
        let id: LineID
        let text: String
        let title: String?
        let url: String?
        let language: String?
        let author: String?
        /// Read only so that a line whose time is none is told.
        let published: Date?

        var entry: EntryText {
            EntryText(
                title: title, text: text, link: url,
                language: language.flatMap(LanguageCode.init(tag:)), author: author)
        }
    }

    // MARK: - Private

    private func output(for input: Input) -> Data {
        let tags =
            includesAll ? tagger.tags(for: input.entry) : tagger.tagsIfMention(in: input.entry)
        return Data(
            tags.map { TagLineWriter.line(input.id, $0) }
                ?? TagLineWriter.line(unmentioned: input.id))
    }

    private struct Failure: Encodable {
        let id: LineID?
        let error: String
    }

    private struct Identified: Decodable {
        let id: LineID
    }

    private func encode(_ failure: Failure) -> Data {
        do {
            return try ContractJSON.encode(failure)
        } catch {
            preconditionFailure("an id and a message are always JSON: \(error)")
        }
    }

    /// The id of a bad line, where at least that can be read.
    private static func id(in line: Data) -> LineID? {
        // Without one the line's own place in the output tells which it was.
        try? ContractJSON.decode(Identified.self, from: line).id
    }

    private static func message(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _):
            "'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "'\(context.codingPath.last?.stringValue ?? "the line")' has the wrong type"
        case .dataCorrupted(let context):
            context.codingPath.last.map { "'\($0.stringValue)': \(context.debugDescription)" }
                ?? "not a JSON object"
        default:
            "not a JSON object"
        }
    }
}

/// An id as the caller wrote it, text or number.
enum LineID: Codable {
    case text(String)
    case number(Int64)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Which of the two it is can only be told by trying.
        if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }
}
