import Model
import Tokenizing

/// Which brands each clause of a field speaks of.
struct BrandOwnership {
    enum Nearness {
        case sameClause, sameSentence, elsewhere
        /// In the sentence the brand is what others are unlike, or were taken instead of.
        case contrasted
    }

    private let reading: Reading
    private let layout: Layout
    /// By clause: where brands are named in it.
    private let places: [[Reading.BrandPlace]]
    /// Clauses in which several brands are named.
    private let sharedClauses: Set<Int>
    /// Clauses that name what the rest of their sentence is unlike, "unlike Baltfon", and speak of that
    /// alone; and those sentences.
    private let contrastingClauses: Set<Int>
    private let contrastedSentences: Set<Int>
    /// By sentence: those that something else was taken instead of, which praise is not for.
    private let forgone: [Int: Set<Brand.ID>]
    /// By clause: the brands named in it, or in a list that it is part of.
    private var named: [[Brand.ID]]
    /// By clause: the one whose brands it speaks of, and how far it does; `nil` where none is named.
    private var owners: [(clause: Int, share: Double)?] = []

    private static let fromOtherSentence = 0.6
    private static let wordsBesideNames = 2
    /// What says something of the brand without a tone.
    private static let telling: Grammar.Function = [
        .switching, .parting, .closing, .farewell, .outdoing, .outdone,
    ]

    init(in analysis: Analysis, reading number: Int) {
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        var places = [[Reading.BrandPlace]](repeating: [], count: layout.clauses.count)
        for place in reading.brands {
            places[layout.clause(at: place.words.lowerBound)].append(place)
        }
        self.places = places
        named = places.map { places in
            places.reduce(into: []) { $0.append(unique: $1.brand) }
        }
        sharedClauses = Set(named.indices.filter { [named] in named[$0].count > 1 })
        contrastingClauses = Self.contrastingClauses(reading, layout, places)
        contrastedSentences = Set(
            contrastingClauses.map { [layout] in layout.clauses[$0].sentence })
        forgone = reading.forgoneBrands(analysis.vocabulary.grammar)
        var isSpoken = [Bool](repeating: false, count: layout.clauses.count)
        for tone in analysis.tones where tone.reading == number {
            isSpoken[layout.clause(at: tone.words.lowerBound)] = true
        }
        joinLists(isSpoken)
        findOwners()
    }

    /// How near a clause is to a place that names a brand.
    ///
    /// - Parameter isPraise: Whether it is asked of praise.
    func nearness(of clause: Int, isPraise: Bool) -> Nearness {
        if isPraise, !forgoneBrands(in: clause).isEmpty { return .contrasted }
        if !places[clause].isEmpty { return .sameClause }
        guard let owner = owners[clause] else {
            let isUnlike = contrastedSentences.contains(layout.clauses[clause].sentence)
            return isUnlike ? .contrasted : .elsewhere
        }
        let sentence = layout.clauses[clause].sentence
        return layout.clauses[owner.clause].sentence == sentence ? .sameSentence : .elsewhere
    }

    /// How far a keyword in a clause speaks of a brand: 0 … 1; `nil` when the field names none.
    ///
    /// - Parameter words: Where the keyword stands. Of several brands in its clause that are no list
    ///   it belongs to the nearest.
    func share(of clause: Int, for brand: Brand.ID, at words: Range<Int>, isPraise: Bool)
        -> Double?
    {
        guard let (owner, share) = owners[clause] else { return nil }
        guard named[owner].contains(brand) else { return 0 }
        if isPraise, forgoneBrands(in: clause).contains(brand) { return 0 }
        return owner == clause && !isNearest(brand, to: words, in: clause) ? 0 : share
    }

    // MARK: - Private

    private func forgoneBrands(in clause: Int) -> Set<Brand.ID> {
        guard !forgone.isEmpty else { return [] }
        return forgone[reading.words[layout.clauses[clause].words.lowerBound].sentence] ?? []
    }

    private static func contrastingClauses(
        _ reading: Reading, _ layout: Layout, _ places: [[Reading.BrandPlace]]
    ) -> Set<Int> {
        guard reading.allFunctions.contains(.contrasting) else { return [] }
        return Set(
            layout.clauses.indices.filter { clause in
                let first = layout.clauses[clause].words.lowerBound
                return !places[clause].isEmpty && reading.functions[first].contains(.contrasting)
            })
    }

    /// "Zefirnet, Baltfon and Kawka are great": clauses that hold a name and little else belong to
    /// what follows, or at the end of a sentence to what went before; not where both say so little,
    /// "Baltfon cheap, Zefirnet expensive".
    private mutating func joinLists(_ isSpoken: [Bool]) {
        let isBare = layout.clauses.indices.map { clause in
            !named[clause].isEmpty && !contrastingClauses.contains(clause) && !isSpoken[clause]
                && isBareName(clause)
        }
        for clause in layout.clauses.indices.dropLast() where isBare[clause] {
            guard isList(clause, clause + 1), !named[clause + 1].isEmpty,
                !isOutdone(clause, by: clause + 1)
            else { continue }
            for brand in named[clause] { named[clause + 1].append(unique: brand) }
        }
        for clause in layout.clauses.indices.dropFirst().reversed() where isBare[clause] {
            guard isList(clause - 1, clause), !named[clause - 1].isEmpty else { continue }
            for brand in named[clause] { named[clause - 1].append(unique: brand) }
        }
    }

    private func isList(_ one: Int, _ next: Int) -> Bool {
        guard layout.clauses[one].sentence == layout.clauses[next].sentence,
            layout.clauses[next].isJoined
        else { return false }
        return [one, next].contains { endsWithName($0) || !isShort($0) }
    }

    /// "I left Kawka, Ziarenko is better", "went to Kawka, Ziarenko is better" praise one alone.
    private func isOutdone(_ clause: Int, by next: Int) -> Bool {
        layout.clauses[clause].words.contains { reading.functions[$0].contains(.moving) }
            && layout.clauses[next].words.contains { reading.functions[$0].contains(.better) }
    }

    /// Little is said beside the names: "at Kawka", "Baltfon cheap".
    private func isBareName(_ clause: Int) -> Bool {
        isShort(clause)
            && layout.clauses[clause].words.allSatisfy {
                reading.functions[$0].isDisjoint(with: Self.telling)
            }
    }

    private func isShort(_ clause: Int) -> Bool {
        otherWords(layout.clauses[clause].words) <= Self.wordsBesideNames
    }

    private func endsWithName(_ clause: Int) -> Bool {
        let words = layout.clauses[clause].words
        guard let last = places[clause].last else { return false }
        // A name may hold what parts clauses.
        return otherWords(min(last.words.upperBound, words.upperBound)..<words.upperBound) == 0
    }

    private func otherWords(_ words: Range<Int>) -> Int {
        words.count { index in
            reading.words[index].kind != .mark
                && !reading.functions[index].contains(.conjunction)
                && reading.brand(at: index) == nil
        }
    }

    /// A clause speaks of the brands it names, else of those named last before it in its sentence,
    /// else of those named next in it, else, weaker, of those named last before, or first of all.
    private mutating func findOwners() {
        owners = Array(repeating: nil, count: layout.clauses.count)
        var last: Int?
        for clause in layout.clauses.indices {
            if contrastingClauses.contains(clause) {
                owners[clause] = (clause, 1)
                continue
            }
            if !named[clause].isEmpty { last = clause }
            guard let last else { continue }
            let share = isSameSentence(last, clause) ? 1 : Self.fromOtherSentence
            owners[clause] = (last, share)
        }
        var next: Int?
        for clause in layout.clauses.indices.reversed() where !contrastingClauses.contains(clause) {
            if !named[clause].isEmpty { next = clause }
            guard let next, owners[clause]?.share != 1 else { continue }
            if isSameSentence(next, clause) {
                owners[clause] = (next, 1)
            } else if owners[clause] == nil {
                owners[clause] = (next, Self.fromOtherSentence)
            }
        }
    }

    private func isSameSentence(_ one: Int, _ other: Int) -> Bool {
        layout.clauses[one].sentence == layout.clauses[other].sentence
    }

    private func isNearest(_ brand: Brand.ID, to words: Range<Int>, in clause: Int) -> Bool {
        guard sharedClauses.contains(clause) else { return true }
        let near = places[clause].around(words, Self.placesLookedAt)
        func distance(_ place: Reading.BrandPlace) -> Int {
            place.words.lowerBound >= words.upperBound
                ? place.words.lowerBound - words.upperBound
                : words.lowerBound - place.words.upperBound
        }
        let nearest = near.map(distance).min()
        return near.contains { $0.brand == brand && distance($0) == nearest }
    }

    /// On each side: names within names stand at one place.
    private static let placesLookedAt = 4
}

extension [Reading.BrandPlace] {
    /// Of places in reading order, those next to some words.
    func around(_ words: Range<Int>, _ count: Int) -> ArraySlice<Reading.BrandPlace> {
        let split = partitioningIndex { $0.words.lowerBound >= words.upperBound }
        return self[Swift.max(0, split - count)..<Swift.min(self.count, split + count)]
    }
}

extension [Brand.ID] {
    fileprivate mutating func append(unique brand: Brand.ID) {
        if !contains(brand) { append(brand) }
    }
}
