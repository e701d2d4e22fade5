import Model
import Tokenizing

/// Going over from one brand to another: "switched from Baltfon to Zefirnet", "przeszedłem z Baltfonu
/// do Zefirnetu", "pārgāju no Baltfon uz Zefirnet".
///
/// The brand that is left loses, the brand that is gone to gains. A name right after the verb, with
/// no preposition, is left: "leaving Baltfon".
struct Switches {
    private(set) var verdicts: [Verdict] = []

    private let number: Int
    private let reading: Reading

    private static let weight = 2.0
    /// Words between the verb and a name.
    private static let nameReach = 8
    /// Words between a preposition and its name: "from my old Baltfon".
    private static let prepositionReach = 2

    init(in analysis: Analysis, reading number: Int) {
        self.number = number
        reading = analysis.readings[number]
        guard !reading.brands.isEmpty else { return }
        for index in reading.words.indices where reading.functions[index].contains(.switching) {
            judge(verb: index)
        }
    }

    // MARK: - Private

    private mutating func judge(verb: Int) {
        for place in objects(of: verb) {
            guard let weight = weight(of: place, after: verb) else { continue }
            verdicts.append(
                Verdict(
                    brand: place.brand, reading: number, words: verb..<place.words.upperBound,
                    weight: weight))
        }
    }

    /// Brands named after the verb, up to the next such verb.
    private func objects(of verb: Int) -> [Reading.BrandPlace] {
        let end = min(verb + 1 + Self.nameReach, reading.words.count)
        return (verb + 1..<end).prefix {
            reading.words[$0].sentence == reading.words[verb].sentence
                && !reading.functions[$0].contains(.switching)
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
        return start == verb + 1 ? -Self.weight : nil
    }
}
