import Foundation
import Model

/// The lines of a file of judged texts, whatever was judged: JSON Lines of `{"text","label"}`, or `"labels"`
/// with several, with optional `language` (or `lang`) and `weight`; or, from a file that ends in `.tsv`,
/// lines with the label first and the text last.
struct JudgedRows {
    struct Row: Decodable {
        let text: String
        /// As `folded` has them; `"labels"` may be empty.
        let labels: [String]
        /// `nil` where it is not stated.
        let language: LanguageCode?
        let weight: Double
        /// What the line calls its language, where that is no code of one.
        fileprivate let unknownLanguage: String?

        private enum Key: String, CodingKey {
            case text, label, labels, language, lang, weight
        }

        init(from decoder: any Decoder) throws {
            let line = try decoder.container(keyedBy: Key.self)
            text = try line.decode(String.self, forKey: .text)
            let labels =
                try line.decodeIfPresent([String].self, forKey: .labels)
                ?? [line.decode(String.self, forKey: .label)]
            self.labels = labels.map(JudgedRows.folded)
            let code =
                try line.decodeIfPresent(String.self, forKey: .language)
                ?? line.decodeIfPresent(String.self, forKey: .lang)
            language = code.flatMap(LanguageCode.init(tag:))
            unknownLanguage = language == nil && code?.isEmpty == false ? code : nil
            weight = try line.decodeIfPresent(Double.self, forKey: .weight) ?? 1
        }

        /// A line of a table.
        fileprivate init(cells line: ArraySlice<UInt8>) throws {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard cells.count > 1, let first = cells.first, let last = cells.last, !last.isEmpty,
                let label = String(validating: first, as: UTF8.self),
                let text = String(validating: last, as: UTF8.self)
            else { throw NotJudged() }
            self.text = text
            labels = [JudgedRows.folded(label)]
            (language, weight, unknownLanguage) = (nil, 1, nil)
        }
    }

    /// The file's name without its endings.
    let name: String
    let rows: [Row]

    /// - Parameter example: Of a line, for the message about one that cannot be read.
    /// - Throws: every line that cannot be read, together.
    init(path: String, example: String) throws(RunError) {
        // Or the first label of a table would be none of those that are known.
        let data = try InputFile(path).contents().withoutMark
        let isTable = path.hasSuffix(".tsv")
        var rows: [Row] = []
        var mistakes: [String] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
            guard !line.isEmpty else { continue }
            do {
                let json = InputLine(number: index + 1, bytes: [UInt8](line)[...]).json
                let row =
                    try isTable
                    ? Row(cells: line) : JSONDecoder().decode(Row.self, from: json)
                // As if none were stated, it would be taken for one of the language that is learnt for.
                if let name = row.unknownLanguage {
                    mistakes.append(
                        "\(path):\(index + 1): '\(name.withoutControls)' is no language code; write one "
                            + "such as pl, or none")
                }
                rows.append(row)
            } catch {
                mistakes.append(
                    "\(path):\(index + 1): not a judged text; write "
                        + (isTable ? "a label, a tab and the text" : example))
            }
        }
        guard mistakes.isEmpty else {
            let shown = mistakes.prefix(20) + (mistakes.count > 20 ? ["… and more"] : [])
            throw .badInput(shown.joined(separator: "\n"))
        }
        name = String(path.split(separator: "/").last?.split(separator: ".").first ?? "set")
        self.rows = rows
    }

    /// A label as labels are compared: a table may write `Positive ` for what is `positive`.
    static func folded(_ label: String) -> String {
        label.trimmingCharacters(in: .whitespaces).lowercased()
    }
}

/// A line of a table that is no label and text.
private struct NotJudged: Error {}
