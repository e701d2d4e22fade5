package import Model

/// What is remembered of feeds, by feed.
///
/// The states lie apart from their ids: a dictionary has room for up to three times as many as it
/// holds, which is too much of a hundred thousand of something so large.
package struct FeedStates: Sendable {
    private var places: [Feed.ID: Int] = [:]
    private var states: [FeedState] = []

    package subscript(feed: Feed.ID) -> FeedState? { places[feed].map { states[$0] } }

    mutating func reserveCapacity(_ count: Int) {
        places.reserveCapacity(count)
        states.reserveCapacity(count)
    }

    /// - Parameter feed: one that is not there yet.
    mutating func add(_ state: FeedState, of feed: Feed.ID) {
        places[feed] = states.count
        states.append(state)
    }
}

extension FeedStates: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (Feed.ID, FeedState)...) {
        for (feed, state) in elements { add(state, of: feed) }
    }
}

extension FeedStates: Equatable {
    /// Whatever the order they were added in.
    package static func == (one: FeedStates, other: FeedStates) -> Bool {
        one.places.count == other.places.count
            && one.places.keys.allSatisfy { one[$0] == other[$0] }
    }
}
