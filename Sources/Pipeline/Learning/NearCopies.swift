import Grouping
import Model
import Tokenizing

/// Which of some texts say nearly the same, as entries that tell one story do.
///
/// A release that was judged as several portals print it is known by each copy of it.
enum NearCopies {
    /// By text, the one that stands for it and its near-copies: of equals the first by the alphabet, so
    /// that the order of the texts makes no difference.
    static func representatives(of texts: [String]) -> [String] {
        let signatures = texts.map { StorySketcher.signature(of: Words(of: $0), link: nil) }
        var groups = Groups(count: texts.count)
        var byBand: [Int64: [Int]] = [:]
        for (place, signature) in signatures.enumerated() {
            for band in signature.bands {
                // One of each group is enough: of a text that is copied often, none is held against all.
                var isKnown = false
                for other in byBand[band] ?? [] {
                    if !groups.areJoined(other, place),
                        signature.similarity(to: signatures[other]) >= StorySignature.threshold
                    {
                        groups.join(other, place)
                    }
                    isKnown = isKnown || groups.areJoined(other, place)
                }
                if !isKnown { byBand[band, default: []].append(place) }
            }
        }
        var first: [Int: String] = [:]
        for (place, text) in texts.enumerated() {
            let group = groups.root(of: place)
            first[group] = first[group].map { min($0, text) } ?? text
        }
        return texts.indices.map { first[groups.root(of: $0)] ?? texts[$0] }
    }
}

// MARK: - Private

/// Places that belong together (disjoint sets).
private struct Groups {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    mutating func areJoined(_ one: Int, _ other: Int) -> Bool { root(of: one) == root(of: other) }

    mutating func join(_ one: Int, _ other: Int) { parents[root(of: other)] = root(of: one) }
}
