import Tokenizing

/// What a term of a query can stand in.
enum QueryZone: Int, Sendable {
    case title, text, author
}

/// Where a term of a query stands.
struct QueryPlace: Sendable {
    /// Number of the term.
    let term: Int
    /// A form of the term stands there, not the term as it was typed.
    let isForm: Bool
    let zone: QueryZone
    /// Indices into the words of the zone.
    let words: Range<Int>
    /// Running numbers of the words, marks not counted; empty where the term is a mark.
    let numbers: Range<Int>

    init(
        term: Int, isForm: Bool = false, zone: QueryZone, at words: Range<Int>, of all: Words
    ) {
        self.term = term
        self.isForm = isForm
        self.zone = zone
        self.words = words
        numbers = all.numbers(words)
    }
}

/// Tells which places stand near some of these.
struct QueryNeighbours {
    private let distance: Int
    private let byStart: [QueryZone: [Int]]
    private let byEnd: [QueryZone: [Int]]

    /// - Parameter distance: The most words that may stand between two places.
    init(of places: [QueryPlace], distance: Int) {
        self.distance = distance
        let byZone = Dictionary(grouping: places, by: \.zone)
        byStart = byZone.mapValues { $0.map(\.numbers.lowerBound).sorted() }
        byEnd = byZone.mapValues { $0.map(\.numbers.upperBound).sorted() }
    }

    func filter(_ places: [QueryPlace]) -> [QueryPlace] {
        places.filter { isNearOne($0) }
    }

    // MARK: - Private

    private func isNearOne(_ place: QueryPlace) -> Bool {
        let starts = byStart[place.zone] ?? []
        let next = starts.partitioningIndex { $0 >= place.numbers.upperBound }
        if next < starts.count, starts[next] - place.numbers.upperBound <= distance { return true }
        let ends = byEnd[place.zone] ?? []
        let previous = ends.partitioningIndex { $0 > place.numbers.lowerBound } - 1
        return previous >= 0 && place.numbers.lowerBound - ends[previous] <= distance
    }
}
