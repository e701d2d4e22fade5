import Classifying
import Matching
package import Model

/// Why a text has the tags it has, and why not the ones that came near: `earshot explain`.
package struct Explanation: Sendable, Encodable {
    /// A name that stands in the text and was not counted.
    package struct RejectedName: Sendable, Encodable {
        package let brand: Brand.ID
        package let form: String
        /// Absent in the text, `title` in the title.
        package let field: TextField
        package let start: Int
        package let end: Int
        package let reason: String
    }

    /// A category that came near.
    package struct MissedCategory: Sendable, Encodable {
        package let id: Category.ID
        /// What its keywords and tone add up to; 1 is needed.
        package let score: Double
        package let reason: String
    }

    package let title: String?
    package let text: String
    package let tags: Tags
    package let rejectedNames: [RejectedName]
    package let missedCategories: [MissedCategory]

    package init(_ entry: EntryText, tagger: Tagger) {
        let read = ReadEntry(entry)
        let tags = tagger.tags(for: read)
        let misses = tagger.nearMisses(for: read, tags: tags)
        title = entry.title
        text = entry.text
        self.tags = tags
        rejectedNames = misses.names.compactMap { finding in
            finding.rejection.map { reason in
                RejectedName(
                    brand: finding.mention.brand, form: finding.mention.form,
                    field: finding.mention.field, start: finding.mention.range.lowerBound,
                    end: finding.mention.range.upperBound, reason: reason)
            }
        }
        missedCategories = misses.categories.map {
            MissedCategory(id: $0.category, score: $0.score, reason: $0.missing)
        }
    }
}
