import Model

/// What stands out in a period, with the mentions that show it.
struct TrendFindings {
    let events: [Trends.Event]
    private(set) var incidents: [Trends.Incident]
    let sourceChanges: [Trends.SourceChange]
    private(set) var rising: [Trends.RisingTerm]
    let influencers: [Trends.Influencer]
    let recurring: RecurringTopics
    /// All that it refers to.
    let mentions: Set<ListedMention.ID>

    init(
        events: [Trends.Event], incidents: [Trends.Incident],
        sourceChanges: [Trends.SourceChange], rising: [Trends.RisingTerm],
        influencers: [Trends.Influencer], recurring: RecurringTopics
    ) {
        self.events = events
        self.incidents = incidents
        self.sourceChanges = sourceChanges
        self.rising = rising
        self.influencers = influencers
        self.recurring = recurring
        mentions = Set(events.flatMap(\.mentions)).union(rising.map(\.example))
            .union(incidents.flatMap(\.mentions)).union(influencers.flatMap(\.mentions))
            .union(recurring.mentions)
    }

    /// Takes over the sentences of these mentions for which terms and incidents show them.
    mutating func quote(_ mentions: [QuotedMention]) {
        var quoter = TermQuoter(mentions)
        for index in rising.indices {
            let term = rising[index]
            rising[index].quote = quoter.quote(term.example, for: [term.term])?.snippet
        }
        for index in incidents.indices {
            let incident = incidents[index]
            incidents[index].quotes = incident.mentions.compactMap {
                quoter.quote($0, for: incident.terms)
            }
        }
    }
}
