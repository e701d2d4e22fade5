import Model

/// What is needed of an entry to find its story.
struct UnsettledEntry {
    let key: Int64
    let feed: String
    let date: Int64
    let signature: StorySignature
    /// Whether another entry of the archive leads to the same page.
    var sharesLink = false

    /// From when to when others may tell its story: a copy comes within a month, or it is a new
    /// story about an old one.
    var storySpan: ClosedRange<Int64> { date - Self.month...date + Self.month }

    private static let month: Int64 = 30 * 86_400
}

/// A story that others may join by its text.
struct KnownStory {
    /// The sequence of its first entry.
    let id: Int64
    let date: Int64
    let signature: StorySignature
}

/// Finds the stories that a batch of entries joins, in memory.
///
/// The entries' bands are what is indexed, not those of all stories ever: the stories of the months
/// around pass by once and are offered to those entries that share a band with them. An index of
/// twenty random keys a story was a sixth of an archive and most of what was written to it.
struct StoryFinder {
    private let entries: [UnsettledEntry]
    /// By entry: what most of those that share a band with a story are turned away by.
    private let spans: [ClosedRange<Int64>]
    private let bands: BandIndex
    private var candidates: [StoryCandidates]
    /// What was told so far, by link.
    private var storiesByLink: [String: LinkedStories] = [:]
    /// Bands that the story at hand shares with each entry; zero between stories.
    private var shared: [UInt8]

    /// - Parameter entries: in the order in which they are settled, which is by date.
    init(_ entries: [UnsettledEntry]) {
        self.entries = entries
        spans = entries.map(\.storySpan)
        bands = BandIndex(entries.map(\.signature))
        candidates = Array(repeating: StoryCandidates(), count: entries.count)
        shared = Array(repeating: 0, count: entries.count)
    }

    /// The times in which a story must have begun for one of the entries to join it by its text.
    var storySpans: [ClosedRange<Int64>] {
        var spans: [ClosedRange<Int64>] = []
        for entry in entries where !entry.signature.minima.isEmpty {
            let span = entry.storySpan
            if let last = spans.last, last.upperBound >= span.lowerBound {
                spans[spans.count - 1] =
                    last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                spans.append(span)
            }
        }
        return spans
    }

    /// The links that entries known before may share with those at hand, with the times in which they
    /// must have been said.
    var linkSpans: [String: ClosedRange<Int64>] {
        var spans: [String: ClosedRange<Int64>] = [:]
        for entry in entries where entry.sharesLink {
            guard let key = entry.signature.linkKey else { continue }
            let span = entry.storySpan
            let known = spans[key] ?? span
            spans[key] =
                min(known.lowerBound, span.lowerBound)...max(known.upperBound, span.upperBound)
        }
        return spans
    }

    /// Takes note of the story that an entry of a link told before: in the order of their numbers,
    /// ahead of all that is joined.
    mutating func offer(story: Int64, of link: String, feed: String, date: Int64) {
        storiesByLink[link, default: LinkedStories()].add(story: story, feed: feed, date: date)
    }

    /// Lets all entries have the story that are near it in time and share a band with it.
    mutating func offer(_ story: KnownStory) {
        offer(story, from: 0)
    }

    /// The story that another feed's entry of the same link told.
    ///
    /// Two feeds that point to one address tell one story; within a feed, as in a forum's, many
    /// entries may share the address of their thread.
    ///
    /// - Parameter place: no earlier than the one before.
    mutating func storyByLink(of place: Int) -> StoryMembership? {
        let entry = entries[place]
        guard let key = entry.signature.linkKey else { return nil }
        return storiesByLink[key]?.story(outside: entry.feed, in: entry.storySpan).map {
            StoryMembership(id: $0, reason: .sameLink, similarity: 1)
        }
    }

    /// The likeliest of the stories offered, if it is like enough.
    func storyByText(of place: Int) -> StoryMembership? {
        candidates[place].best
    }

    /// Takes note of the story that an entry tells; a story that it begins is offered to all later
    /// ones.
    mutating func join(_ place: Int, to story: StoryMembership) {
        let entry = entries[place]
        candidates[place] = StoryCandidates()
        if let key = entry.signature.linkKey {
            storiesByLink[key, default: LinkedStories()]
                .add(story: story.id, feed: entry.feed, date: entry.date)
        }
        guard story.reason == .first else { return }
        offer(
            KnownStory(id: story.id, date: entry.date, signature: entry.signature),
            from: place + 1)
    }

    // MARK: - Private

    private mutating func offer(_ story: KnownStory, from first: Int) {
        guard first < entries.count else { return }
        var touched: [Int] = []
        for band in story.signature.bands {
            bands.forEachSignature(with: band, from: first) { place in
                guard spans[place].contains(story.date) else { return }
                if shared[place] == 0 { touched.append(place) }
                shared[place] += 1
            }
        }
        for place in touched {
            candidates[place].add(story, sharing: Int(shared[place])) {
                entries[place].signature.similarity(to: story.signature)
            }
            shared[place] = 0
        }
    }
}

/// Stories that are looked at closely: those that share the most bands are the likeliest.
private struct StoryCandidates {
    private struct Candidate {
        let story: Int64
        let sharedBands: Int
        let similarity: Double

        /// More bands first, then the earlier story.
        func isLikelier(than other: Self) -> Bool {
            (sharedBands, other.story) > (other.sharedBands, story)
        }
    }

    private var all: [Candidate] = []
    /// The place of the unlikeliest, once there are as many as there may be.
    private var last: Int?
    private static let most = 16

    mutating func add(_ story: KnownStory, sharing bands: Int, similarity: () -> Double) {
        if let last {
            let isIn =
                (bands, all[last].story) > (all[last].sharedBands, story.id)
            guard isIn else { return }
            all[last] = Candidate(story: story.id, sharedBands: bands, similarity: similarity())
        } else {
            all.append(Candidate(story: story.id, sharedBands: bands, similarity: similarity()))
        }
        guard all.count == Self.most else { return }
        last = all.indices.max { all[$0].isLikelier(than: all[$1]) }
    }

    /// The most similar one, the earliest of several, if it is the same story.
    var best: StoryMembership? {
        let likest = all.filter { $0.similarity >= StorySignature.threshold }
            .max { ($0.similarity, $1.story) < ($1.similarity, $0.story) }
        return likest.map { best in
            StoryMembership(
                id: best.story, reason: best.similarity == 1 ? .sameText : .similarText,
                similarity: best.similarity.rounded(decimals: 2))
        }
    }
}
