import Foundation
package import Learning
import Model

/// Reads judged texts: JSON Lines of `{"text","label"}` with optional `language` (or `lang`) and `weight`.
package struct LabelledFile: Sendable {
    package let set: LabelledSet
    /// Lines whose label is none of ours, by label: they are passed over.
    package let passedOver: [String: Int]

    /// - Parameter path: The file's name without its endings is the name of the set.
    /// - Throws: every line that cannot be read, together.
    package init(path: String) throws(RunError) {
        let data = try InputFile(path).contents()
        let name = path.split(separator: "/").last?.split(separator: ".").first ?? "set"
        var texts: [LabelledText] = []
        var passedOver: [String: Int] = [:]
        var mistakes: [String] = []
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do {
                let row = try JSONDecoder().decode(Row.self, from: Data(line))
                if let text = row.labelledText {
                    texts.append(text)
                } else {
                    passedOver[row.label, default: 0] += 1
                }
            } catch {
                mistakes.append(
                    "\(path):\(index + 1): not a judged text; write "
                        + #"{"text": "…", "label": "positive"}, neutral or negative"#)
            }
        }
        guard mistakes.isEmpty else {
            let shown = mistakes.prefix(20) + (mistakes.count > 20 ? ["… and more"] : [])
            throw .badInput(shown.joined(separator: "\n"))
        }
        set = LabelledSet(name: String(name), texts: texts)
        self.passedOver = passedOver
    }

    // MARK: - Private

    private struct Row: Decodable {
        let text: String
        let label: String
        let language: String?
        let lang: String?
        let weight: Double?

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
