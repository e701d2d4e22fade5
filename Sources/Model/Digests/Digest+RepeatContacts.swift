extension Digest {
    /// The digest with what is known of earlier contacts at the mentions it lists.
    package func noting(_ contacts: [ListedMention.ID: RepeatContact]) -> Digest {
        guard !contacts.isEmpty else { return self }
        var items = mentions.items
        for index in items.indices { items[index].repeatContact = contacts[items[index].id] }
        var digest = self
        digest.mentions = MentionList(items: items, unlisted: mentions.unlisted)
        return digest
    }
}
