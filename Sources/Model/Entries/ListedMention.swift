package import Foundation

/// One entry that names one brand, as a report shows it, with the way back to the entry.
package struct ListedMention: Hashable, Sendable, Codable, Identifiable {
    /// The entry's sequence and the brand: `4711-acme`.
    package typealias ID = Identifier<ListedMention>

    package let id: ID
    package let sequence: Int64
    package let feed: Feed.ID
    package let source: String
    package let entry: Entry.ID
    package let link: String?
    package let title: String?
    package let brand: Brand.ID
    /// The name as first written in the entry.
    package let form: String
    package let snippet: Snippet
    /// The first sentence of the text, where the title alone names the brand.
    package let opening: Snippet?
    /// Tone toward the brand over the whole entry; evidence counts in the entry's own fields.
    package let sentiment: Sentiment
    package let categories: [CategoryTag]
    package let severity: Severity
    package let severityReason: String
    package let team: Team.ID
    package let teamReason: String
    package let language: LanguageCode
    package let date: Date
    package let heardAt: Date
    /// When its author was last seen to have changed it; absent for never.
    package let editedAt: Date?
    /// From `date` to the end of the report's period.
    package let ageInMinutes: Int
    package let story: StoryMembership
    /// What its entry is about; absent where no facet says anything of it.
    package var facets: FacetTags?
    /// Those that some of its sentences are in; absent for none.
    package var otherLanguages: [LanguageCode]?
    /// That a person gave the tone, which no words stand behind; absent where the rules did.
    package var isToneCorrected: Bool?
    /// How many stars its author gives the brand, 1 … 5 in halves; absent where they give none, or it is
    /// unclear to which of several brands.
    package var stars: Double?
    /// How likely its author is to recommend the brand, 0 … 10; absent as stars are.
    package var nps: Int?
    /// How far its author agrees that the brand made it easy, 1 … 7; absent as stars are.
    package var ces: Int?
    /// `nil` where its author had no such problem lately, or is not known.
    package var repeatContact: RepeatContact?

    package init(
        id: ID, sequence: Int64, feed: Feed.ID, source: String, entry: Entry.ID, link: String?,
        title: String?, brand: Brand.ID, form: String, snippet: Snippet, opening: Snippet?,
        sentiment: Sentiment, categories: [CategoryTag], severity: Severity,
        severityReason: String, team: Team.ID, teamReason: String, language: LanguageCode,
        date: Date, heardAt: Date, editedAt: Date? = nil,
        ageInMinutes: Int, story: StoryMembership
    ) {
        self.id = id
        self.sequence = sequence
        self.feed = feed
        self.source = source
        self.entry = entry
        self.link = link
        self.title = title
        self.brand = brand
        self.form = form
        self.snippet = snippet
        self.opening = opening
        self.sentiment = sentiment
        self.categories = categories
        self.severity = severity
        self.severityReason = severityReason
        self.team = team
        self.teamReason = teamReason
        self.language = language
        self.date = date
        self.heardAt = heardAt
        self.editedAt = editedAt
        self.ageInMinutes = ageInMinutes
        self.story = story
    }
}

/// The sentence around a mention, and which of its words counted.
package struct Snippet: Hashable, Sendable, Codable {
    /// A part of the snippet that counted; offsets in Unicode scalars of the snippet's text.
    package struct Mark: Hashable, Sendable, Codable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case mention, tone, category
            /// A word or phrase that the sentence is quoted for.
            case term
        }

        package let kind: Kind
        package let start: Int
        /// Exclusive.
        package let end: Int
        /// Of a tone's keyword, negation and emphasis counted in.
        package let weight: Double?

        package init(kind: Kind, start: Int, end: Int, weight: Double? = nil) {
            self.kind = kind
            self.start = start
            self.end = end
            self.weight = weight
        }
    }

    package let field: TextField
    package let text: String
    /// Whether the sentence begins before the snippet, or goes on after it.
    package let isCutAtStart: Bool
    package let isCutAtEnd: Bool
    /// By start, then end.
    package let marks: [Mark]

    package init(
        field: TextField, text: String, isCutAtStart: Bool, isCutAtEnd: Bool, marks: [Mark]
    ) {
        self.field = field
        self.text = text
        self.isCutAtStart = isCutAtStart
        self.isCutAtEnd = isCutAtEnd
        self.marks = marks
    }
}

/// That the author of a mention had a problem of the same kind with the same brand within 30 days
/// before.
///
/// It is found by keyed hashes of authors.
package struct RepeatContact: Hashable, Sendable, Codable {
    /// 2 for the second time.
    package let number: Int
    /// Sequence of the entry of the time before.
    package let previous: Int64
    /// When it was said the first time.
    package let since: Date

    package init(number: Int, previous: Int64, since: Date) {
        self.number = number
        self.previous = previous
        self.since = since
    }
}

extension ListedMention.ID {
    /// Of an entry, for one of the brands that it names.
    package init(of sequence: Int64, naming brand: Brand.ID) {
        self.init("\(sequence)-\(brand)")
    }
}
