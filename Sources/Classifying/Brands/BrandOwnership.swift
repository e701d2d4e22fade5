import Model
import Tokenizing

/// Which brands each clause of a field speaks of, where the entry names several.
struct BrandOwnership {
    private let reading: Reading
    private let layout: Layout
    /// By clause: the brands named in it, or in a list that it is part of.
    private var named: [[Brand.ID]]

    private static let fromEarlierSentence = 0.6

    init(in analysis: Analysis, reading number: Int) {
        reading = analysis.readings[number]
        layout = analysis.layouts[number]
        named = Array(repeating: [], count: layout.clauses.count)
        for place in reading.brands {
            named[layout.clause(at: place.words.lowerBound)].append(unique: place.brand)
        }
        let tones = analysis.tones.filter { $0.reading == number }.map(\.words.lowerBound)
        joinLists(isSpoken: layout.clauses.map { $0.words.contains(where: tones.contains) })
    }

    /// How far the keywords of a clause speak of a brand: 0 … 1; `nil` when the clause has no owner.
    ///
    /// - Parameter words: Where the keyword stands. Of several brands in its clause that are no list
    ///   it belongs to the nearest.
    func share(of clause: Int, for brand: Brand.ID, at words: Range<Int>) -> Double? {
        guard let (owner, share) = owner(of: clause) else { return nil }
        guard named[owner].contains(brand) else { return 0 }
        return owner == clause && !isNearest(brand, to: words, in: clause) ? 0 : share
    }

    // MARK: - Private

    /// "Zefirnet, Baltfon and Kawka are great": clauses that hold a name and little else belong to
    /// what follows, or at the end of a sentence to what went before.
    private mutating func joinLists(isSpoken: [Bool]) {
        let isBare = layout.clauses.indices.map { clause in
            !named[clause].isEmpty && !isSpoken[clause] && otherWords(in: clause) <= 2
        }
        for clause in layout.clauses.indices.dropLast() where isBare[clause] {
            guard isLinked(clause, clause + 1), !named[clause + 1].isEmpty else { continue }
            for brand in named[clause] { named[clause + 1].append(unique: brand) }
        }
        for clause in layout.clauses.indices.dropFirst().reversed() where isBare[clause] {
            guard isLinked(clause - 1, clause), !named[clause - 1].isEmpty else { continue }
            for brand in named[clause] { named[clause - 1].append(unique: brand) }
        }
    }

    private func isLinked(_ one: Int, _ next: Int) -> Bool {
        layout.clauses[one].sentence == layout.clauses[next].sentence
            && layout.clauses[next].isJoined
    }

    private func otherWords(in clause: Int) -> Int {
        layout.clauses[clause].words.count { index in
            reading.words[index].kind != .mark
                && !reading.functions[index].contains(.conjunction)
                && !reading.brands.contains { $0.words.contains(index) }
        }
    }

    private func owner(of clause: Int) -> (clause: Int, share: Double)? {
        if !named[clause].isEmpty { return (clause, 1) }
        let sentence = layout.sentences[layout.clauses[clause].sentence].clauses
        if let before = sentence.prefix(while: { $0 < clause }).last(where: isNaming) {
            return (before, 1)
        }
        if let after = sentence.first(where: { $0 > clause && isNaming($0) }) { return (after, 1) }
        if let before = (0..<clause).last(where: isNaming) {
            return (before, Self.fromEarlierSentence)
        }
        return layout.clauses.indices.first(where: isNaming).map { ($0, Self.fromEarlierSentence) }
    }

    private func isNaming(_ clause: Int) -> Bool {
        !named[clause].isEmpty
    }

    private func isNearest(_ brand: Brand.ID, to words: Range<Int>, in clause: Int) -> Bool {
        let places = reading.brands.filter { layout.clause(at: $0.words.lowerBound) == clause }
        guard Set(places.map(\.brand)).count > 1 else { return true }
        func distance(_ place: Reading.BrandPlace) -> Int {
            place.words.lowerBound >= words.upperBound
                ? place.words.lowerBound - words.upperBound
                : words.lowerBound - place.words.upperBound
        }
        let nearest = places.map(distance).min()
        return places.contains { $0.brand == brand && distance($0) == nearest }
    }
}

extension [Brand.ID] {
    fileprivate mutating func append(unique brand: Brand.ID) {
        if !contains(brand) { append(brand) }
    }
}
