package import Foundation
import Model
import Storing

/// What became of a file of corrections.
package struct ReviewReport: Sendable, Encodable {
    package struct Refusal: Sendable, Encodable, Hashable {
        package let line: Int
        package let message: String
    }

    package let file: String
    package let applied: Int
    /// Those that had been applied before.
    package let known: Int
    /// By line.
    package let refused: [Refusal]

    /// A line each, with file, line and what to do.
    package var mistakes: [String] {
        refused.map { "\(file):\($0.line): \($0.message)".withoutControls }
    }
}

/// Takes people's corrections into the archive: `earshot review`.
///
/// They are kept beside the tags, which stay as the rules gave them, so that tagging again undoes
/// nothing; reports count by the corrections.
package struct Review: Sendable {
    private let workspace: Workspace

    package init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// Applies all that can be, and tells of the rest.
    package func apply(_ path: String, now: Date) throws(RunError) -> ReviewReport {
        let data = try InputFile(path).contents()
        let rules = try workspace.loadRules().rules
        try Archive.check(isThere: workspace)
        let lock = try RunLock(of: workspace)
        defer { withExtendedLifetime(lock) {} }
        let file = CorrectionsFile(Data(data), rules: rules)
        let outcomes = try storing { () throws(StoreError) in
            let store = try Store(workspace.archive)
            let outcomes = try store.apply(file.corrections.map(\.correction), now: now)
            try store.checkpoint()
            return outcomes
        }
        var refused = file.refused
        for ((line, correction), outcome) in zip(file.corrections, outcomes) {
            switch outcome {
            case .applied, .known: continue
            case .unknownEntry:
                refused.append(
                    ReviewReport.Refusal(
                        line: line,
                        message: "the archive has no entry #\(correction.entry); `earshot search` "
                            + "shows numbers"))
            case .stale:
                refused.append(
                    ReviewReport.Refusal(line: line, message: Self.mistake(of: correction)))
            }
        }
        return ReviewReport(
            file: path, applied: outcomes.count { $0 == .applied },
            known: outcomes.count { $0 == .known }, refused: refused.sorted { $0.line < $1.line })
    }

    /// The texts whose tone people judged, as `earshot rules learn --from` reads them.
    ///
    /// Only those that name one brand: of several, the text's words do not tell whose tone it is.
    package func judgedTexts() throws(RunError) -> [JudgedText] {
        try reviewed().compactMap { entry, corrections in
            let brands = Set(entry.tags.mentions.map(\.mention.brand))
            guard brands.count == 1, let brand = brands.first,
                let tone = corrections.last(where: { correction in
                    correction.field == .tone && corrections.name(of: correction.brand) == brand
                })?.is,
                ["positive", "neutral", "negative"].contains(tone)
            else { return nil }
            return JudgedText(
                label: tone, language: entry.tags.language.code.rawValue,
                text: Self.text(of: entry))
        }
    }

    /// The texts whose categories people judged, as `earshot rules learn --category` reads them.
    ///
    /// All categories of the entry as it now stands are its labels: who says that one is wrong has seen
    /// the others.
    package func categorizedTexts() throws(RunError) -> [CategorizedText] {
        try reviewed().filter { $1.contains { $0.field == .category } }.map { entry, _ in
            CategorizedText(
                labels: entry.tags.categories.map(\.id.value).sorted(),
                language: entry.tags.language.code.rawValue, text: Self.text(of: entry))
        }
    }

    // MARK: - Private

    /// Why a correction does not fit the tags that its entry has, and what to do.
    private static func mistake(of correction: Correction) -> String {
        let look = "`earshot explain '#\(correction.entry)'`"
        if correction.field == .category, correction.was == nil, let added = correction.is {
            return "entry #\(correction.entry) has category '\(added)' already, or does not name "
                + "brand '\(correction.brand)'; \(look) says which"
        }
        guard correction.field == .brand, correction.isConfirmation else {
            return "entry #\(correction.entry) is no longer tagged \(correction.field.rawValue) "
                + "'\(correction.was ?? "none")'; look at \(look) and correct what it says now"
        }
        return "entry #\(correction.entry) is not tagged brand '\(correction.brand)', and no "
            + "correction adds one; \(look) says why: give the brand the name, form or context in "
            + "rules/brands.yaml that it was missed by"
    }

    private static func text(of entry: HeardEntry) -> String {
        [entry.hasOwnTitle ? entry.title : nil, entry.text].compactMap { $0 }
            .joined(separator: "\n")
    }

    private func reviewed() throws(RunError) -> [(HeardEntry, [Correction])] {
        let store = try Archive.store(of: workspace)
        return try storing { () throws(StoreError) in
            let corrections = Dictionary(grouping: try store.corrections(), by: \.entry)
            return try store.entries(numbered: corrections.keys.sorted())
                .sorted { $0.sequence < $1.sequence }
                .map { ($0, corrections[$0.sequence] ?? []) }
        }
    }
}

package struct JudgedText: Sendable, Encodable {
    package let label: String
    package let language: String
    package let text: String
}

/// A text and the categories that it has once people have looked at them; it may have none.
package struct CategorizedText: Sendable, Encodable {
    package let labels: [String]
    package let language: String
    package let text: String
}

extension [Correction] {
    /// What people call a brand that the rules found in their entry; `nil` for none.
    fileprivate func name(of brand: Brand.ID) -> Brand.ID? {
        guard let verdict = last(where: { $0.field == .brand && $0.brand == brand }) else {
            return brand
        }
        return verdict.is.map { Brand.ID($0) }
    }
}
