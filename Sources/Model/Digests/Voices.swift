/// Who can be heard: sources, by their feeds, and authors, by their pseudonyms.
package struct Voices: Hashable, Sendable {
    package var feeds: Set<Feed.ID>
    package var authors: Set<String>

    package init(feeds: Set<Feed.ID> = [], authors: Set<String> = []) {
        self.feeds = feeds
        self.authors = authors
    }
}
