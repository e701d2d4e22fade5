extension Digest {
    /// The digest with what is known of earlier contacts at the mentions it lists.
    package func noting(_ contacts: [ListedMention.ID: RepeatContact]) -> Digest {
        guard !contacts.isEmpty else { return self }
        var items = mentions.items
        for index in items.indices { items[index].repeatContact = contacts[items[index].id] }
        return Digest(
            window: window, origin: origin, headlines: headlines, totals: totals, alerts: alerts,
            needsAnswer: needsAnswer, brands: brands, categories: categories, sources: sources,
            languages: languages, teams: teams,
            mentions: MentionList(items: items, unlisted: mentions.unlisted), health: health,
            tickets: tickets, recurring: recurring, reviewed: reviewed)
    }
}
