extension Trends {
    /// A source or an author whose stories others repeated.
    package struct Influencer: Hashable, Sendable, Codable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case source, author
        }

        package let kind: Kind
        /// The feed, or the author's pseudonym.
        package let id: String
        package let name: String
        /// Those that it told first and others told after it.
        package let stories: Int
        /// Entries of others that told them again.
        package let repeats: Int
        /// Other sources, or other authors, among them.
        package let repeaters: Int
        /// Its own mentions that began the most repeated of them.
        package let mentions: [ListedMention.ID]
        /// `true` for a source or an author that speaks for an own brand; absent for others.
        package var isOwn: Bool?

        package init(
            kind: Kind, id: String, name: String, stories: Int, repeats: Int, repeaters: Int,
            mentions: [ListedMention.ID]
        ) {
            self.kind = kind
            self.id = id
            self.name = name
            self.stories = stories
            self.repeats = repeats
            self.repeaters = repeaters
            self.mentions = mentions
        }
    }
}

extension Trends {
    /// Who praises a brand, as far as authors are known, by keyed hashes alone.
    package struct Promoters: Hashable, Sendable, Codable {
        /// Authors who praised it in the period.
        package let authors: Int
        /// Those of them who did not for the first time: in two stories of the period, or in another one
        /// within a year before it.
        package let again: Int

        package init(authors: Int, again: Int) {
            self.authors = authors
            self.again = again
        }
    }
}

/// Something that several people asked, or wished for, in words alike.
package struct RecurringTopic: Hashable, Sendable, Codable {
    /// Of the stories of this many, the newest were compared.
    package static let compared = 500

    /// Words that tell it from others, strongest first.
    package let terms: [String]
    package let counts: Counts
    package let sources: Int
    /// The most typical first.
    package let mentions: [ListedMention.ID]
    /// Of those whose snippet does not show what is asked or wished for, the sentence that does; absent
    /// where there are none, and in reports of earlier versions.
    package var quotes: [Digest.CategoryQuote]?

    package init(terms: [String], counts: Counts, sources: Int, mentions: [ListedMention.ID]) {
        self.terms = terms
        self.counts = counts
        self.sources = sources
        self.mentions = mentions
    }
}

/// What recurs, for the help pages and for those who make the product.
package struct RecurringTopics: Hashable, Sendable, Codable {
    package let questions: [RecurringTopic]
    package let wishes: [RecurringTopic]

    package init(questions: [RecurringTopic], wishes: [RecurringTopic]) {
        self.questions = questions
        self.wishes = wishes
    }

    package var mentions: [ListedMention.ID] { (questions + wishes).flatMap(\.mentions) }
}
