/// Who can be heard: sources, by their feeds, and authors, by their pseudonyms.
package struct Voices: Hashable, Sendable {
    package var feeds: Set<Feed.ID>
    package var authors: Set<String>

    package init(feeds: Set<Feed.ID> = [], authors: Set<String> = []) {
        self.feeds = feeds
        self.authors = authors
    }
}

/// That an author told a story.
package struct ToldStory: Hashable, Sendable {
    /// A pseudonym.
    package let author: String
    package let story: Int64

    package init(author: String, story: Int64) {
        self.author = author
        self.story = story
    }
}
