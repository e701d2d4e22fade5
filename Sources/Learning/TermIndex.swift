import Foundation
import Model
import Tokenizing

/// The terms worth learning a weight for, and the texts that hold them.
struct TermIndex {
    /// In the order of their code points.
    let terms: [String]
    /// By term: the logarithm of all texts to those that hold it.
    private let rarities: [Double]
    private let candidates: CandidateTerms
    private let numbers: [String: Int32]

    /// A word or stem counts as a name when more than this share of its places has a capital.
    private static let mostCapitals = 0.5
    /// The rarity that a penalty is meant for: it is less for rarer terms, more for frequent ones.
    private static let usualRarity = 6.0

    init(
        _ examples: [Example], language: LanguageCode, fixed: Set<String>, leastTexts: Int,
        mostShare: Double, leavesOutNames: Bool = true
    ) {
        let candidates = CandidateTerms(language: language)
        var totals: [String: Int] = [:]
        var capitals: [String: Int] = [:]
        for example in examples {
            for term in candidates.terms(of: example.words, besides: example.phrases) {
                totals[term, default: 0] += 1
            }
            for name in candidates.names(in: example.words) { capitals[name, default: 0] += 1 }
        }
        let most = mostShare * Double(examples.count)
        func isName(_ word: Substring) -> Bool {
            let all = totals[String(word)] ?? 0
            return Double(capitals[String(word)] ?? 0) > Self.mostCapitals * Double(all)
        }
        /// By stem, how often the commonest stem of one letter more stands: where that is as often, the
        /// shorter one says nothing of its own.
        let longer = Dictionary(
            totals.filter { $0.key.hasSuffix("*") }.map {
                (String($0.key.dropLast(2)) + "*", $0.value)
            },
            uniquingKeysWith: max)
        let chosen = totals.filter { term, total in
            if let same = longer[term], same == total { return false }
            return total >= leastTexts && Double(total) <= most && !fixed.contains(term)
                && !term.split(whereSeparator: { " '-".contains($0) }).contains {
                    leavesOutNames && isName($0)
                }
        }
        let terms = chosen.keys.sorted()
        self.init(
            terms, terms.map { log(Double(examples.count) / Double(totals[$0] ?? 1)) }, candidates)
    }

    private init(
        _ terms: [String], _ rarities: [Double], _ candidates: CandidateTerms
    ) {
        self.terms = terms
        self.rarities = rarities
        self.candidates = candidates
        numbers = Dictionary(
            uniqueKeysWithValues: terms.enumerated().map { ($1, Int32($0)) })
    }

    func keeping(_ kept: [Int]) -> TermIndex {
        TermIndex(kept.map { terms[$0] }, kept.map { rarities[$0] }, candidates)
    }

    /// By term.
    func penalties(_ penalty: Double) -> [Double] {
        rarities.map { penalty * Self.usualRarity * Self.usualRarity / ($0 * $0) }
    }

    /// - Parameters:
    ///   - base: What was learnt before, by term, and is added to; `nil` to begin with nothing.
    ///   - countsCapitals: Whether the share of capitals is learnt from.
    func rows(
        _ examples: [Example], weights: [Double], base: [String: LearntTone.Sides]? = nil,
        countsCapitals: Bool = false
    ) -> TrainingRows {
        // Where no text was gathered, the others must say how much it takes for a side.
        let isThresholdTold = base != nil || examples.contains { $0.isGathered }
        let bareTerms = BareSpellings(of: Set(terms).union(base?.keys.map(\.self) ?? []))
        var rows = TrainingRows()
        for (example, weight) in zip(examples, weights) {
            let words = example.words
            let factor = LearntTone.share(inWords: words.countWithoutMarks)
            let written = candidates.terms(of: words, besides: example.phrases)
            let terms = example.isBare ? bareTerms.completing(written) : written
            let known = base.map { base in terms.sorted().compactMap { base[$0] } } ?? []
            rows.add(
                terms: terms.compactMap { numbers[$0] }.sorted(), factor: factor,
                keywords: example.keywords,
                capitals: countsCapitals ? example.capitals : 0,
                offset: LearntTone.Sides(
                    praise: known.reduce(0) { $0 + $1.praise },
                    blame: known.reduce(0) { $0 + $1.blame }
                ).multiplied(by: factor),
                side: example.side, weight: weight,
                isGathered: example.isGathered || !isThresholdTold)
        }
        return rows
    }

    /// The terms whose weights change most, ascending.
    ///
    /// - Parameter sizes: Of the weights, by term.
    func mostTelling(_ sizes: [Double], in rows: TrainingRows, count: Int) -> [Int] {
        var squares = [Double](repeating: 0, count: terms.count)
        for row in 0..<rows.count {
            for term in rows.terms[rows.starts[row]..<rows.starts[row + 1]] {
                squares[Int(term)] += rows.factors[row] * rows.factors[row]
            }
        }
        let changes = terms.indices.map { term in
            sizes[term]
                * (squares[term] / Double(max(rows.count, 1))).squareRoot().squareRoot()
        }
        let order = terms.indices.sorted { (changes[$1], $0) < (changes[$0], $1) }
        return order.prefix(count).sorted()
    }
}
