import Foundation
package import Learning
import Model

/// Reads judged texts: JSON Lines of `{"text","label"}` with optional `language` (or `lang`) and `weight`,
/// or, from a file that ends in `.tsv`, lines with the label first and the text last.
package struct LabelledFile: Sendable {
    package let set: LabelledSet
    /// Lines whose label is none of ours, by label: they are passed over.
    package let passedOver: [String: Int]

    /// - Parameter path: The file's name without its endings is the name of the set.
    /// - Throws: every line that cannot be read, together.
    package init(path: String) throws(RunError) {
        let data = try InputFile(path).contents()
        let name = path.split(separator: "/").last?.split(separator: ".").first ?? "set"
        let isTable = path.hasSuffix(".tsv")
        var texts: [LabelledText] = []
        var passedOver: [String: Int] = [:]
        var mistakes: [String] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do {
                let row =
                    try isTable
                    ? Row(cells: line) : JSONDecoder().decode(Row.self, from: Data(line))
                if let text = row.labelledText {
                    texts.append(text)
                } else {
                    passedOver[row.label, default: 0] += 1
                }
            } catch {
                mistakes.append(
                    "\(path):\(index + 1): not a judged text; write "
                        + (isTable ? "a label, a tab and the text" : Self.example))
            }
        }
        guard mistakes.isEmpty else {
            let shown = mistakes.prefix(20) + (mistakes.count > 20 ? ["… and more"] : [])
            throw .badInput(shown.joined(separator: "\n"))
        }
        set = LabelledSet(name: String(name), texts: texts)
        self.passedOver = passedOver
    }

    /// What people judged in a workspace's archive, as `earshot review export` gives it.
    package static func reviewed(in workspace: Workspace) throws(RunError) -> LabelledSet {
        let texts = try Review(workspace: workspace).judgedTexts().compactMap { judged in
            LabelledText.Label(rawValue: judged.label).map {
                LabelledText(
                    text: judged.text, label: $0, language: LanguageCode(tag: judged.language))
            }
        }
        return LabelledSet(name: "reviewed", texts: texts)
    }

    // MARK: - Private

    private static let example = #"{"text": "…", "label": "positive"}, neutral or negative"#

    private struct Row: Decodable {
        let text: String
        let label: String
        let language: String?
        let lang: String?
        let weight: Double?

        /// A line of a table.
        init(cells line: ArraySlice<UInt8>) throws {
            let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard cells.count > 1, let first = cells.first, let last = cells.last, !last.isEmpty,
                let label = String(validating: first, as: UTF8.self),
                let text = String(validating: last, as: UTF8.self)
            else { throw NotJudged() }
            self.label = label
            self.text = text
            (language, lang, weight) = (nil, nil, nil)
        }

        /// `nil` when the label is none of ours, or the weight is none.
        var labelledText: LabelledText? {
            guard let label = LabelledText.Label(rawValue: label), weight ?? 1 > 0 else {
                return nil
            }
            return LabelledText(
                text: text, label: label,
                language: (language ?? lang).flatMap(LanguageCode.init(tag:)),
                weight: weight ?? 1)
        }
    }
}

/// A line of a table that is no label and text.
private struct NotJudged: Error {}
