package import Model

/// Texts that people judged to be of one category, or not to be.
package struct CategoryTexts: Sendable {
    package struct Text: Hashable, Sendable {
        package let text: String
        package let isOfCategory: Bool
        /// `nil` where it is not stated.
        package let language: LanguageCode?
        /// How much it counts beside others of its set and kind; above 0.
        package let weight: Double

        package init(
            text: String, isOfCategory: Bool, language: LanguageCode? = nil, weight: Double = 1
        ) {
            self.text = text
            self.isOfCategory = isOfCategory
            self.language = language
            self.weight = weight
        }
    }

    package let name: String
    package let texts: [Text]

    package init(name: String, texts: [Text]) {
        self.name = name
        self.texts = texts
    }

    /// Reads a file as `JudgedRows` has it.
    ///
    /// - Parameter labels: Those that mean the category, in capitals or not; a text with none of them is not
    ///   of it.
    /// - Throws: every line that cannot be read, together.
    package init(path: String, labels: Set<String>) throws(RunError) {
        let example = #"{"text": "…", "label": "\#(labels.sorted().first ?? "complaint")"}"#
        let file = try JudgedRows(path: path, example: example)
        let labels = Set(labels.map(JudgedRows.folded))
        name = file.name
        texts = file.rows.filter { $0.weight > 0 }.map { row in
            Text(
                text: row.text, isOfCategory: !labels.isDisjoint(with: row.labels),
                language: row.language, weight: row.weight)
        }
    }

    /// What people judged in a workspace's archive: the entries with a verdict on any category, of this one
    /// or not as they say.
    package static func reviewed(
        in workspace: Workspace, of category: Category.ID
    ) throws(RunError) -> CategoryTexts {
        let texts = try Review(workspace: workspace).categorizedTexts().map { judged in
            Text(
                text: judged.text, isOfCategory: judged.labels.contains(category.value),
                language: LanguageCode(tag: judged.language))
        }
        return CategoryTexts(name: "reviewed", texts: texts)
    }
}
