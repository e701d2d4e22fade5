import Model

/// Finds who told stories first that others told again.
struct InfluencerFinder<Failure: Error> {
    let names: ReportNames
    let heard: HeardEntries<Failure>
    let own: OwnVoices

    /// Sources, then authors, those most repeated first.
    ///
    /// A story that began before the period is nobody's here.
    func influencers(_ period: HeardPeriod) throws(Failure) -> [Trends.Influencer] {
        // An entry that was heard later may have told the story first, from a feed that is polled
        // seldom or from an import.
        let inOrder = period.entries.sorted {
            ($0.date, $0.sequence) < ($1.date, $1.sequence)
        }
        let stories = Dictionary(grouping: inOrder, by: \.story.id)
            .filter { story, entries in
                entries.count > 1 && entries.contains { $0.sequence == story }
            }
        let mentions = Dictionary(
            period.mentions.map { ($0.entry.sequence, $0.id) },
            uniquingKeysWith: { first, _ in first })
        let sources = leaders(
            of: stories.values.map { Told(first: $0[0], others: $0.dropFirst(), by: \.source) })
        let authors = leaders(
            of: stories.values.compactMap { entries in
                guard entries[0].author != nil else { return nil }
                return Told(first: entries[0], others: entries.dropFirst(), by: \.author)
            })
        let pseudonyms = try pseudonyms(of: authors)
        return sources.map {
            let feed = $0.stories[0].first.feed
            return influencer(.source, $0, feed.value, names.source(of: feed), mentions)
        }
            + authors.compactMap { leader in
                pseudonyms[leader.stories[0].first.sequence].map {
                    influencer(.author, leader, $0.id, $0.name, mentions)
                }
            }
    }

    // MARK: - Private

    private static var shown: Int { 8 }
    private static var storiesShown: Int { 2 }

    /// A story, and the others who told it.
    private struct Told {
        let first: CountedEntry
        /// Who told it first, and who told it again; entries of the same are left out.
        let teller: AnyHashable
        let repeaters: [AnyHashable]

        init<Teller: Hashable & Sendable>(
            first: CountedEntry, others: some Sequence<CountedEntry>,
            by teller: (CountedEntry) -> Teller
        ) {
            let own = teller(first)
            self.first = first
            self.teller = AnyHashable(own)
            repeaters = others.map(teller).filter { $0 != own }.map(AnyHashable.init)
        }
    }

    private struct Leader {
        /// Most repeated first.
        let stories: [Told]
        let repeats: Int
        let repeaters: Int
    }

    /// By the first entry of each: what they go by, and their name or the beginning of that.
    private func pseudonyms(
        of authors: [Leader]
    ) throws(Failure) -> [Int64: (id: String, name: String)] {
        try heard.numbered(authors.map { $0.stories[0].first.sequence }).reduce(into: [:]) {
            pseudonyms, entry in
            guard let author = entry.author else { return }
            pseudonyms[entry.sequence] = (author, entry.authorName ?? String(author.prefix(8)))
        }
    }

    /// - Parameter mentions: One of each entry that has any, by its sequence.
    private func influencer(
        _ kind: Trends.Influencer.Kind, _ leader: Leader, _ id: String, _ name: String,
        _ mentions: [Int64: ListedMention.ID]
    ) -> Trends.Influencer {
        var influencer = Trends.Influencer(
            kind: kind, id: id, name: name, stories: leader.stories.count,
            repeats: leader.repeats, repeaters: leader.repeaters,
            mentions: leader.stories.prefix(Self.storiesShown)
                .compactMap { mentions[$0.first.sequence] })
        let firsts = leader.stories.map(\.first)
        let isOwn =
            kind == .source
            ? firsts.allSatisfy { own.has($0.feed) } : firsts.allSatisfy(own.spoke)
        if isOwn { influencer.isOwn = true }
        return influencer
    }

    private func leaders(of stories: [Told]) -> [Leader] {
        let repeated = stories.filter { !$0.repeaters.isEmpty }
        let leaders = Dictionary(grouping: repeated, by: \.teller).values.map { stories in
            Leader(
                stories: stories.sorted {
                    ($1.repeaters.count, $0.first.sequence)
                        < ($0.repeaters.count, $1.first.sequence)
                },
                repeats: stories.map(\.repeaters.count).total,
                repeaters: Set(stories.flatMap(\.repeaters)).count)
        }
        return Array(
            leaders.sorted {
                ($1.repeats, $1.repeaters, $0.stories[0].first.sequence)
                    < ($0.repeats, $0.repeaters, $1.stories[0].first.sequence)
            }
            .prefix(Self.shown))
    }
}
