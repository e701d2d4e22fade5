import Model
import Tokenizing

/// Going over from one brand to another: "switched from Baltfon to Zefirnet", "przeszedłem z Baltfonu
/// do Zefirnetu", "pārgāju no Baltfon uz Zefirnet".
///
/// The brand that is left loses, the brand that is gone to gains. A name right after the verb, with
/// no preposition, is left, "leaving Baltfon", unless at an hour. Who is not leaving judges nobody. Of
/// a verb that may say no more than that somebody goes somewhere, both brands are asked, side by side.
struct Switches {
    private(set) var verdicts: [Verdict] = []
    /// Those that the writer says are not left.
    private(set) var kept: [Brand.ID] = []

    private let number: Int
    private let reading: Reading
    private let denial: Denial

    private static let weight = 2.0
    /// Words between the verb and a name.
    private static let nameReach = 8
    /// Words between a preposition and its name: "from my old Baltfon".
    private static let prepositionReach = 2
    /// Words between the brands that a verb of motion goes from and to.
    private static let wayReach = 2
    /// Words between a negator and the verb, and the same where `to` stands before it: "not going to
    /// leave".
    private static let negatorReach = 1
    private static let infinitiveReach = 3

    init(in analysis: Analysis, reading number: Int) {
        self.number = number
        reading = analysis.readings[number]
        denial = Denial(reading, analysis.layout(of: number), analysis.vocabulary)
        guard !reading.brands.isEmpty else { return }
        for index in reading.words.indices where isVerb(index) { judge(verb: index) }
    }

    // MARK: - Private

    private func isVerb(_ index: Int) -> Bool {
        !reading.functions[index].isDisjoint(with: [.switching, .moving])
    }

    private mutating func judge(verb: Int) {
        let weighed = objects(of: verb).compactMap { place in
            weight(of: place, after: verb).map { (place: place, weight: $0) }
        }
        if isDenied(verb) {
            kept += weighed.filter { $0.weight < 0 }.map(\.place.brand)
            return
        }
        let isMotion = !reading.functions[verb].contains(.switching)
        guard !isMotion || isWay(weighed) else { return }
        for (place, weight) in weighed {
            verdicts.append(
                Verdict(
                    brand: place.brand, reading: number, words: verb..<place.words.upperBound,
                    weight: weight))
        }
    }

    private func isDenied(_ verb: Int) -> Bool {
        let isInfinitive = verb > 0 && reading.functions[verb - 1].contains(.to)
        return denial.covers(
            verb..<verb + 1, within: isInfinitive ? Self.infinitiveReach : Self.negatorReach)
    }

    /// Brands named after the verb, up to the next such verb.
    private func objects(of verb: Int) -> [Reading.BrandPlace] {
        let end = min(verb + 1 + Self.nameReach, reading.words.count)
        return (verb + 1..<end).prefix {
            reading.words[$0].sentence == reading.words[verb].sentence && !isVerb($0)
        }
        .compactMap { index in
            reading.brand(at: index).flatMap { $0.words.lowerBound == index ? $0 : nil }
        }
    }

    private func weight(of place: Reading.BrandPlace, after verb: Int) -> Double? {
        let start = place.words.lowerBound
        for index in (max(verb + 1, start - Self.prepositionReach - 1)..<start).reversed() {
            if reading.functions[index].contains(.from) { return -Self.weight }
            if reading.functions[index].contains(.to) { return Self.weight }
            if reading.brand(at: index) != nil { return nil }
        }
        return start == verb + 1 && !isAtAnHour(place) ? -Self.weight : nil
    }

    /// "Leaving Kawka at five" is about the way home.
    private func isAtAnHour(_ place: Reading.BrandPlace) -> Bool {
        let next = place.words.upperBound
        return next < reading.words.count && reading.functions[next].contains(.hour)
    }

    /// Whether from one brand it goes straight to another, and not to what is theirs.
    private func isWay(_ ends: [(place: Reading.BrandPlace, weight: Double)]) -> Bool {
        guard ends.count == 2, ends[0].weight != ends[1].weight else { return false }
        let between = ends[0].place.words.upperBound..<ends[1].place.words.lowerBound
        return between.count <= Self.wayReach && !ends.contains { isPossessive($0.place) }
    }

    /// "Baltfon's office".
    private func isPossessive(_ place: Reading.BrandPlace) -> Bool {
        let next = place.words.upperBound
        return next < reading.words.count && !reading.words[next].followsSpace
            && reading.words.folded(next) == "s"
    }
}
