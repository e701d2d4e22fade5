package import Foundation

extension Digest {
    /// One brand's part of a digest.
    package struct BrandSummary: Hashable, Sendable, Codable {
        package let id: Brand.ID
        package let name: String
        package let kind: Brand.Kind
        /// Whose voices it is held against; absent where the rules name no market.
        package var market: String?
        /// What the market is called in the report's language, if not that.
        package var marketName: String?
        package let counts: Counts
        package let previous: Change
        package let sameWeekday: Change
        package let tone: ToneCounts
        /// (positive − negative) / all but undecided, −1 … 1, four decimals.
        package let netSentiment: Ratios
        /// Its part of the mentions of all own brands and competitors of its market, 0 … 1, four
        /// decimals; absent for a topic.
        package let shareOfVoice: Ratios?
        package let categories: [NamedCounts]
        package let sources: [NamedCounts]
        package let languages: [NamedCounts]
        package let topStories: [StorySummary]
        package var highlights: Highlights
        /// That of the period before; absent in digests of earlier versions.
        package var previousNetSentiment: Ratios?
        /// That of the same time as many whole weeks earlier as the window is long.
        package var sameWeekdayNetSentiment: Ratios?
        /// The tones of the period before; absent where nobody listened then, and in digests of earlier
        /// versions.
        package var toneBefore: ToneCounts?
        /// Absent where nobody gave stars.
        package var rating: Rating?
        /// That of the period before; absent where nobody gave stars or nobody listened then.
        package var previousRating: Rating?
        /// Absent where nobody said how likely they are to recommend it.
        package var nps: NetPromoterScore?
        /// That of the period before; absent where nobody said it or nobody listened then.
        package var npsBefore: NetPromoterScore?
        /// Absent where nobody said how easy it made things for them.
        package var ces: CustomerEffortScore?
        /// That of the period before; absent where nobody said it or nobody listened then.
        package var cesBefore: CustomerEffortScore?

        package init(
            id: Brand.ID, name: String, kind: Brand.Kind, counts: Counts, previous: Change,
            sameWeekday: Change, tone: ToneCounts, netSentiment: Ratios, shareOfVoice: Ratios?,
            categories: [NamedCounts], sources: [NamedCounts], languages: [NamedCounts],
            topStories: [StorySummary], highlights: Highlights
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.counts = counts
            self.previous = previous
            self.sameWeekday = sameWeekday
            self.tone = tone
            self.netSentiment = netSentiment
            self.shareOfVoice = shareOfVoice
            self.categories = categories
            self.sources = sources
            self.languages = languages
            self.topStories = topStories
            self.highlights = highlights
        }
    }

    /// A story as it spread within the window.
    package struct StorySummary: Hashable, Sendable, Codable {
        /// Sequence of the entry that was heard to tell it first, which may be older than the window.
        package let id: Int64
        /// Its mention in the window that was published first.
        package let mention: ListedMention.ID
        package let mentions: Int
        /// In the order in which they published it.
        package let sources: [String]
        /// Whether it began before the window.
        package let isContinued: Bool
        package let tone: Sentiment.Label
        /// Why the later ones were counted as this story.
        package let joined: [Joined]
        /// Different authors, as far as they are known; absent in digests of earlier versions.
        package var voices: Int?
        /// When it was told first and last in the window.
        package var firstAt: Date?
        package var lastAt: Date?

        package init(
            id: Int64, mention: ListedMention.ID, mentions: Int, sources: [String],
            isContinued: Bool, tone: Sentiment.Label, joined: [Joined]
        ) {
            self.id = id
            self.mention = mention
            self.mentions = mentions
            self.sources = sources
            self.isContinued = isContinued
            self.tone = tone
            self.joined = joined
        }
    }

    package struct Joined: Hashable, Sendable, Codable {
        package let reason: StoryMembership.Reason
        package let mentions: Int
        /// The lowest share of word triples in common, 0 … 1.
        package let similarity: Double

        package init(reason: StoryMembership.Reason, mentions: Int, similarity: Double) {
            self.reason = reason
            self.mentions = mentions
            self.similarity = similarity
        }
    }

    /// What to pass on, one mention for each story, strongest first; of praise, that of staff before.
    package struct Highlights: Hashable, Sendable, Codable {
        package let praise: [ListedMention.ID]
        package let questions: [ListedMention.ID]
        package let featureRequests: [ListedMention.ID]
        package let salesLeads: [ListedMention.ID]
        package let userContent: [ListedMention.ID]
        /// Of those whose snippet does not show why they are listed, the sentence that does; absent in
        /// reports of earlier versions.
        package var quotes: [CategoryQuote]?

        package init(
            praise: [ListedMention.ID], questions: [ListedMention.ID],
            featureRequests: [ListedMention.ID], salesLeads: [ListedMention.ID],
            userContent: [ListedMention.ID]
        ) {
            self.praise = praise
            self.questions = questions
            self.featureRequests = featureRequests
            self.salesLeads = salesLeads
            self.userContent = userContent
        }
    }

    /// A sentence of a mention's entry that a category was given for.
    package struct CategoryQuote: Hashable, Sendable, Codable {
        package let category: Category.ID
        package let mention: ListedMention.ID
        package let snippet: Snippet

        package init(category: Category.ID, mention: ListedMention.ID, snippet: Snippet) {
            self.category = category
            self.mention = mention
            self.snippet = snippet
        }
    }
}
