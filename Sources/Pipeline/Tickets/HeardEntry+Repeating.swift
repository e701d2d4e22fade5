import Grouping
package import Model

extension HeardEntry {
    /// Whether it says the same as another entry, at the same severity, so that readers of the other
    /// one need not read this; a reprint often has a title of its own, and a near copy a line of who
    /// prints it.
    ///
    /// If little or nothing stands below the titles, the titles are what they say.
    package func repeats(_ other: HeardEntry) -> Bool {
        guard tags.severity == other.tags.severity else { return false }
        if story.id == other.story.id, story.reason == .sameText, other.story.reason == .sameText {
            return true
        }
        let words = Self.words(of: text)
        let others = Self.words(of: other.text)
        if words.count >= StorySketcher.minimumWords, isNearCopy(ofStoryOf: other),
            Self.own(words, beside: others) <= Self.mostOwnWords
        {
            return true
        }
        guard words == others else { return false }
        return words.count >= StorySketcher.minimumWords
            || Self.words(of: ownTitle) == Self.words(of: other.ownTitle)
    }

    // MARK: - Private

    /// What a newspaper adds to a release, such as its place, its name and a link to more.
    private static let mostOwnWords = 12
    private static let leastSimilarity = 0.9

    /// Whether both are nearly the text that their story began with; entries of one link may say anything.
    private func isNearCopy(ofStoryOf other: HeardEntry) -> Bool {
        story.id == other.story.id
            && [story, other.story].allSatisfy {
                $0.reason != .sameLink && $0.similarity >= Self.leastSimilarity
            }
    }

    /// How many of the words the others have not, each as often as it stands there.
    private static func own(_ words: [Substring], beside others: [Substring]) -> Int {
        var left: [Substring: Int] = [:]
        for word in others { left[word, default: 0] += 1 }
        return words.count { word in
            guard let count = left[word], count > 0 else { return true }
            left[word] = count - 1
            return false
        }
    }

    private var ownTitle: String { hasOwnTitle ? title ?? "" : "" }

    private static func words(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isWhitespace)
    }
}
