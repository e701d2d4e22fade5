import Model

/// Sums up what channels and regions bring of the brands that a report goes into, so that they can be compared.
struct SourceGroups {
    let context: ReportingContext
    /// Those that name one of them.
    private let entries: [CountedEntry]
    private let positive: Set<Int64>
    private let negative: Set<Int64>
    private let asking: Set<Int64>

    init(_ period: HeardPeriod, context: ReportingContext, names: ReportNames) {
        self.context = context
        let brands = context.brandsInDepth
        let mentions = period.mentions.filter { brands.contains($0.brand) }
        let named = Set(mentions.map(\.entry.sequence))
        entries = period.entries.filter { named.contains($0.sequence) }
        positive = Self.sequences(mentions) { $0.tone.label == .positive }
        negative = Self.sequences(mentions) { $0.tone.label == .negative }
        asking = Set(
            AnswerList(context: context, names: names).asking(period).map(\.entry.sequence))
    }

    /// Every channel that one of the brands was named in, most first.
    func channels(_ words: ReportWords, days: TrendDays? = nil) -> [SourceGroup] {
        byChannel(words).map { summary($0, days: days) }
    }

    /// Every region that the sources state, most first; empty where there are not two to compare.
    func regions(days: TrendDays? = nil) -> [SourceGroup] {
        byRegion.map { summary($0, days: days) }
    }

    func byChannel(_ words: ReportWords) -> [NamedEntries] {
        NamedEntries.groups(
            of: entries, by: { [context.sources[$0.feed]?.channel ?? .other] },
            named: { ($0.rawValue, words.channel($0)) })
    }

    /// Empty where there are not two to compare.
    var byRegion: [NamedEntries] {
        let groups = NamedEntries.groups(
            of: entries, by: { [context.sources[$0.feed]?.region].compactMap(\.self) },
            named: { ($0, $0) })
        return groups.count < 2 ? [] : groups
    }

    // MARK: - Private

    private static func sequences(_ mentions: [BrandMention], where isMeant: (BrandMention) -> Bool)
        -> Set<Int64>
    {
        Set(mentions.filter(isMeant).map(\.entry.sequence))
    }

    private func summary(_ group: NamedEntries, days: TrendDays?) -> SourceGroup {
        func counts(_ sequences: Set<Int64>) -> Counts {
            Counts(of: group.entries.filter { sequences.contains($0.sequence) })
        }
        return SourceGroup(
            id: group.id, name: group.name, sources: Set(group.entries.map(\.source)).count,
            counts: Counts(of: group.entries), positive: counts(positive),
            negative: counts(negative), needsAnswer: counts(asking),
            salesLeads: Counts(of: group.entries.filter { $0.has(.salesLead) }),
            daily: days?.daily(group.entries))
    }
}
