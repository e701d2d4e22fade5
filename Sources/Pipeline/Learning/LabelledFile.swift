package import Learning
import Model

/// Reads texts whose tone was judged, as `JudgedRows` has them.
package struct LabelledFile: Sendable {
    package let set: LabelledSet
    /// Lines whose label is none of ours, by label: they are passed over.
    package let passedOver: [String: Int]

    /// - Parameter path: The file's name without its endings is the name of the set.
    /// - Throws: every line that cannot be read, together.
    package init(path: String, isGathered: Bool = true) throws(RunError) {
        let file = try JudgedRows(path: path, example: Self.example)
        var texts: [LabelledText] = []
        var passedOver: [String: Int] = [:]
        for row in file.rows {
            let name = row.labels.joined(separator: ",")
            if let label = LabelledText.Label(rawValue: name), row.weight > 0 {
                texts.append(
                    LabelledText(
                        text: row.text, label: label, language: row.language, weight: row.weight))
            } else {
                passedOver[name, default: 0] += 1
            }
        }
        set = LabelledSet(name: file.name, texts: texts, isGathered: isGathered)
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
}
