import Foundation
import Learning
import Pipeline

/// A folder of judged texts, and what of it is there.
struct QualityData {
    let folder: String

    /// One line of a set; what a set does not have is `nil`.
    struct Row: Decodable {
        let text: String
        let label: String
        let lang: String?
        let labels: [String]?
        /// Unicode scalars of `text`, end exclusive: what a target-level set asks about.
        let from: Int?
        let to: Int?

        /// `nil` where it is not stated or not within the text.
        var span: Range<Int>? {
            guard let from, let to, from >= 0, from < to, to <= text.unicodeScalars.count else {
                return nil
            }
            return from..<to
        }
    }

    /// - Returns: the path; `nil`, once told, when the set is not there.
    func path(of set: String, in kind: String) throws -> String? {
        let path = "\(folder)/\(kind)/\(set).dev.jsonl"
        guard FileManager.default.fileExists(atPath: path) else {
            try Output.note("\(set) is passed over: no \(path)")
            return nil
        }
        return path
    }

    /// Empty, once told, when the set is not there.
    ///
    /// - Throws: the first line that cannot be read.
    func rows(of set: String, in kind: String) throws -> [Row] {
        guard let path = try path(of: set, in: kind) else { return [] }
        let bytes = try Data(contentsOf: URL(filePath: path))
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return try lines.enumerated().compactMap { number, line -> Row? in
            guard !line.isEmpty else { return nil }
            do {
                return try JSONDecoder().decode(Row.self, from: line)
            } catch {
                throw BenchError.notJudged(path, number + 1)
            }
        }
    }

    /// The rows of a target-level set that have a span and one of our labels; others, once told, are passed
    /// over.
    func targets(of set: String) throws -> [Row] {
        let rows = try rows(of: set, in: "target")
        let judged = rows.filter {
            $0.span != nil && LabelledText.Label(rawValue: $0.label) != nil
        }
        if judged.count < rows.count {
            try Output.note(
                "\(set): \(rows.count - judged.count) of \(rows.count) rows are passed over: no span "
                    + "within the text, or none of our labels")
        }
        return judged
    }

    /// Texts with one of our labels; others, once told, are passed over.
    ///
    /// - Returns: `nil`, once told, when there are none, or the set is not there.
    func tones(of set: String) throws -> LabelledSet? {
        guard let path = try path(of: set, in: "sentiment") else { return nil }
        let file = try LabelledFile(path: path)
        for (label, count) in file.passedOver.sorted(by: { $0.key < $1.key }) {
            try Output.note("\(set): '\(label)' is none of our labels; rows passed over: \(count)")
        }
        guard !file.set.texts.isEmpty else {
            try Output.note("\(set) is passed over: it has no text with one of our labels")
            return nil
        }
        return file.set
    }
}
