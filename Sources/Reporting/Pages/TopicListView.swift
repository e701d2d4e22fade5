import Model

/// What recurs, each topic with what it is about and the most typical posts.
struct TopicListView {
    struct TopicView {
        let topicTerms: String
        let topicCounts: String
        let topicMentions: [MentionView]
    }

    let topicListName: String
    let topics: [TopicView]

    /// Questions and wishes, as far as there are any.
    static func lists(
        _ recurring: RecurringTopics, mentions: [ListedMention.ID: MentionView], words: PageWords
    ) -> [TopicListView] {
        [
            TopicListView(
                recurring.questions, name: words.recurringQuestions, mentions: mentions,
                words: words),
            TopicListView(
                recurring.wishes, name: words.recurringWishes, mentions: mentions, words: words),
        ].filter { !$0.topics.isEmpty }
    }

    private init(
        _ topics: [RecurringTopic], name: String, mentions: [ListedMention.ID: MentionView],
        words: PageWords
    ) {
        topicListName = name
        self.topics = topics.map { topic in
            TopicView(
                topicTerms: OutsideText.limited(topic.terms.joined(separator: " · "), to: 90),
                topicCounts: words.report.mentions(topic.counts.mentions) + " · "
                    + words.report.stories(topic.counts.stories) + " · "
                    + words.report.sources(topic.sources),
                topicMentions: topic.mentions.compactMap { id in
                    mentions[id]?.quoting(topic.quotes?.first { $0.mention == id }?.snippet)
                })
        }
    }
}

/// Somebody whose stories others repeated.
struct InfluencerRow {
    let voiceName: String
    let voiceKind: String
    let voiceStories: String
    let voiceRepeats: String
    let voiceRepeaters: String
    let voiceMentions: [MentionView]

    init(
        _ influencer: Trends.Influencer, mentions: [ListedMention.ID: MentionView],
        words: PageWords
    ) {
        voiceName = OutsideText.limited(influencer.name, to: 60)
        let isPseudonym =
            influencer.kind == .author && influencer.id.hasPrefix(influencer.name)
        voiceKind =
            influencer.isOwn == true
            ? words.own(influencer.kind)
            : isPseudonym
                ? words.pseudonym : influencer.kind == .source ? words.source : words.author
        voiceStories = words.report.number(influencer.stories)
        voiceRepeats = words.report.number(influencer.repeats)
        voiceRepeaters = words.report.number(influencer.repeaters)
        voiceMentions = influencer.mentions.compactMap { mentions[$0] }
    }
}
