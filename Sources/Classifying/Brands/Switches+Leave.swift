import Model
import Tokenizing

/// Taking leave of a brand without another: "never again, Baltfon", "zamykam konto", "ardievu, Baltfon".
extension Switches {
    /// Whoever takes leave leaves the brands of the clause, else the only one of the sentence, else the
    /// only one of the field where a brand is named in the sentence before or behind.
    mutating func judge(parting words: Range<Int>) {
        let first = words.lowerBound
        guard !layout.sentence(at: first).isQuestion,
            !denial.covers(first..<first + 1, within: 0),
            !isPraise(first)
        else { return }
        let clause = layout.clause(at: first)
        let near = reading.brands.around(words, Self.placesLookedAt)
        let inClause = Set(
            near.filter { layout.clause(at: $0.words.lowerBound) == clause }.map(\.brand))
        let inSentence = Set(
            near.filter { reading.isInSentence($0.words.lowerBound, of: first) }.map(\.brand))
        let isNext = near.contains {
            abs(reading.words[$0.words.lowerBound].sentence - reading.words[first].sentence) == 1
        }
        let left =
            !inClause.isEmpty
            ? inClause : !inSentence.isEmpty ? inSentence : isNext ? onlyBrand : []
        guard !inClause.isEmpty || left.count == 1 else { return }
        let judged = verdicts.suffix(Self.placesLookedAt).filter {
            reading.isInSentence($0.words.lowerBound, of: first)
        }
        for brand in left.sorted() where !judged.contains(where: { $0.brand == brand }) {
            add(-Self.weight, to: brand, words)
        }
        judge(takenAfter: words, insteadOf: left)
    }

    /// Whether a phrase of leave is meant as one.
    ///
    /// "Vairs ne…" may stand before anything that is no longer so; it takes leave before the verbs that
    /// are listed, "vairs neiešu", and before what the writer will not do any more in a clause that
    /// names a brand, "ar Kavku vairs nelidošu".
    func takesLeave(_ index: Int) -> Bool {
        let next = index + 1
        guard reading.words.folded(index) == "vairs", reading.phraseEnd(at: index) == next + 1
        else { return true }
        let word = reading.words.folded(next)
        if Self.listed.contains(word) { return true }
        guard Self.futures.contains(where: { word.hasSuffix($0) }),
            !Self.harmless.contains(where: { word.hasPrefix($0) })
        else {
            return false
        }
        let clause = layout.clauses[layout.clause(at: index)].words
        return reading.namesBrand(in: clause)
    }

    /// "Cancelling my contract", "konto zamykam".
    mutating func judge(closing index: Int) {
        let around = index - Self.contractReach..<index + 1 + Self.contractReach
        let contract = around.clamped(to: reading.words.indices).first {
            reading.functions[$0].contains(.contract) && reading.isInSentence($0, of: index)
        }
        guard let contract, !denial.denies(index) else { return }
        judge(parting: min(index, contract)..<max(index, contract) + 1)
    }

    /// "Goodbye, Baltfon".
    mutating func judge(farewell index: Int) {
        let next = reading.words.indices[(index + 1)...].first {
            reading.words[$0].kind != .mark && !reading.functions[$0].contains(.farewell)
        }
        guard let next, let place = reading.brand(at: next), reading.isInSentence(next, of: index)
        else {
            return
        }
        let words = index..<place.words.upperBound
        add(-Self.weight, to: place.brand, words)
        judge(takenAfter: words, insteadOf: [place.brand])
    }

    /// Whether somebody says why they leave a brand, right behind its name.
    ///
    /// "I left Baltfon because it is slow" says so. Who names a reason of their own, "because I was
    /// late", "because of my train", left a place.
    func isReasoned(_ place: Reading.BrandPlace) -> Bool {
        let words = place.words.upperBound..<reading.words.count
        guard let reason = words.first(where: { reading.words[$0].kind != .mark }),
            reading.functions[reason].contains(.reason),
            reading.isInSentence(reason, of: place.words.lowerBound)
        else { return false }
        let next = words.first {
            $0 > reason && reading.words[$0].kind != .mark
                && !Self.reasonEnds.contains(reading.words.folded($0))
        }
        return next.map { !Self.ownReasons.contains(reading.words.folded($0)) } ?? false
    }

    // MARK: - Private

    /// What begins a reason that lies with the writer: "I was late", "bija jāiet".
    private static let ownReasons: Set<String> = [
        "i", "i'm", "im", "my", "we", "our", "bija", "man", "mums", "vajadzēja", "steidzos",
    ]

    /// What a word that gives a reason may go on with: "because of", "due to", "tāpēc ka".
    private static let reasonEnds: Set<String> = ["of", "to", "ka"]

    /// What the grammar lists behind "vairs", wherever the brand is named.
    private static let listed: Set<String> = [
        "nekad", "neiešu", "neiesu", "nepirkšu", "nepirksu", "nepasūtīšu", "nepasutisu", "nenākšu",
        "nenaksu",
    ]
    /// How the first persons of the future end.
    private static let futures = ["šu", "šos", "sim", "simies"]
    /// How verbs begin of what one will gladly do no more, or only elsewhere; and of leaving itself, which
    /// who stays will not do: `nemainīšu`, `neaiziešu`, `nešķiršos`.
    private static let harmless = [
        "nebū", "neuztrauk", "nebaid", "nesūdz", "nemekl", "nešaub", "nekavē", "nenokavē", "nedomā",
        "netrauc", "nestāv", "neraiz", "nebrīn", "nepārdzīv", "nepārmaks", "nemald", "neapmald",
        "nesal", "nezaud", "nepazaud", "nekritiz", "nelam", "nestrīd", "neteik", "neaizmirs",
        "nemain", "nepamet", "neaizie", "neatteik", "nešķir",
    ]

    /// Words between a verb that ends a contract and what it ends, and one more.
    private static let contractReach = 4

    /// "Never again will I doubt Zefirnet" is a phrase of praise.
    private func isPraise(_ word: Int) -> Bool {
        analysis.tone(at: word, of: number).map { $0.weight > 0 } ?? false
    }
}
