/// A sentence of a mention's entry, quoted for the words in it rather than for the brand's name.
package struct Quote: Hashable, Sendable, Codable {
    package let mention: ListedMention.ID
    package let snippet: Snippet

    package init(mention: ListedMention.ID, snippet: Snippet) {
        self.mention = mention
        self.snippet = snippet
    }
}
