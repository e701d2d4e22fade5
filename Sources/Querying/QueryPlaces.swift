import Tokenizing

/// Where the terms of a query stand in one text, ready to be asked for by term.
struct QueryPlaces {
    /// By term, then by zone and in reading order.
    private let places: [QueryPlace]

    /// Of a term and its forms that begin at the same word, the term stands there, or else the
    /// longest form.
    init(_ found: [QueryPlace]) {
        var places: [QueryPlace] = []
        for place in found.sorted(by: { $0.rank < $1.rank })
        where places.last.map({ !$0.isSameStart(as: place) }) ?? true {
            places.append(place)
        }
        self.places = places
    }

    var isEmpty: Bool { places.isEmpty }

    func places(of term: Int, in zones: [QueryZone]) -> [QueryPlace] {
        guard !places.isEmpty else { return [] }
        let start = places.partitioningIndex { $0.term >= term }
        return places[start...].prefix { $0.term == term }.filter { zones.contains($0.zone) }
    }
}

extension QueryPlace {
    fileprivate var rank: (Int, Int, Int, Int, Int) {
        (term, zone.rawValue, words.lowerBound, isForm ? 1 : 0, -words.count)
    }

    fileprivate func isSameStart(as other: QueryPlace) -> Bool {
        term == other.term && zone == other.zone && words.lowerBound == other.words.lowerBound
    }
}
