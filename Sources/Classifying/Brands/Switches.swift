import Model
import Tokenizing

/// Going over from one brand to another: "switched from Baltfon to Zefirnet", "przeszedłem z Baltfonu
/// do Zefirnetu", "pārgāju no Baltfon uz Zefirnet"; and taking leave of one, "never again, Baltfon".
///
/// The brand that is left loses, the brand that is gone to gains. A name right after the verb, with no
/// preposition, is the one that is left, "leaving Baltfon", unless an hour follows it; or, after a verb
/// of changing, what is theirs: "nomainīju Baltfon tarifu". Who goes to somebody without a name leaves
/// the brands of the clause, or the only one spoken of; who goes to a brand leaves the other one that
/// was named before, or is spoken to. Who is not leaving judges nobody, who regrets it says the
/// reverse, and a question counts less.
///
/// A verb that may say no more than that somebody goes somewhere needs both brands side by side, the
/// reason why one is left, or another that is better; a verb of coming back needs how long one was with the other.
struct Switches {
    private(set) var verdicts: [Verdict] = []
    /// Those that the writer says are not left.
    private(set) var kept: [Brand.ID] = []

    let analysis: Analysis
    let number: Int
    let reading: Reading
    let layout: Layout
    let denial: Denial
    /// As that of the reading; empty where it has none.
    let onlyBrand: Set<Brand.ID>

    static let weight = 2.0
    /// Words between the verb and a name.
    private static let nameReach = 8
    /// Words between a preposition and its name: "from my old Baltfon".
    private static let prepositionReach = 2
    /// Words between a verb of changing and the preposition before the provider, where neither a brand
    /// nor a word for a provider stands between.
    private static let changeReach = 0
    /// Words between the verb and what says that one goes elsewhere.
    private static let elsewhereReach = 4
    /// Words between the brands that a verb of motion goes from and to.
    private static let wayReach = 2
    /// Words between a regret and the verb, or the last name.
    private static let regretReach = 5
    /// Words between a verb of coming back and what it comes back from.
    private static let returnReach = 10
    /// On each side.
    static let placesLookedAt = 4
    /// Words between a negator and the verb, and the same where `to` stands before it: "not going to
    /// leave".
    private static let negatorReach = 1
    private static let infinitiveReach = 3
    /// Words from the first of a warning to its verb: "think twice before switching".
    private static let warningReach = 5

    init(in analysis: Analysis, reading number: Int) {
        self.analysis = analysis
        self.number = number
        reading = analysis.readings[number]
        layout = analysis.layout(of: number)
        denial = Denial(reading, layout, analysis.vocabulary)
        onlyBrand = Set([reading.onlyBrand].compactMap(\.self))
        guard !reading.brands.isEmpty else { return }
        for index in reading.words.indices {
            if isVerb(index) { judge(verb: index) }
            if reading.functions[index].contains(.parting), takesLeave(index) {
                judge(parting: index..<reading.phraseEnd(at: index))
            }
            if reading.functions[index].contains(.closing) { judge(closing: index) }
            if reading.functions[index].contains(.farewell) { judge(farewell: index) }
        }
    }

    // MARK: - For the extension

    mutating func add(_ weight: Double, to brand: Brand.ID, _ words: Range<Int>) {
        let isAsked = layout.sentence(at: words.lowerBound).isQuestion
        if isAsked, asksOthers(at: words.lowerBound) { return }
        let weight = isAsked ? weight * Comparisons.asked : weight
        verdicts.append(Verdict(brand: brand, reading: number, words: words, weight: weight))
    }

    /// "Has anyone switched from Baltfon to Zefirnet?" asks what others know, and judges nobody.
    private func asksOthers(at word: Int) -> Bool {
        guard reading.allFrames.contains(.anyone) || reading.allFunctions.contains(.inquiring)
        else { return false }
        let sentence = layout.sentence(at: word)
        return sentence.functions.contains(.inquiring)
            || reading.hasFrame(.anyone, in: layout.words(of: sentence))
    }

    /// The name is all that its clause says.
    func isAlone(_ place: Reading.BrandPlace) -> Bool {
        layout.clauses[layout.clause(at: place.words.lowerBound)].words.allSatisfy {
            place.words.contains($0) || reading.words[$0].kind == .mark
        }
    }

    // MARK: - Private

    private typealias Weighed = (place: Reading.BrandPlace, weight: Double)

    private func isVerb(_ index: Int) -> Bool {
        !reading.functions[index].isDisjoint(with: [.switching, .moving, .returning])
    }

    private mutating func judge(verb: Int) {
        let weighed: [Weighed] = objects(of: verb).compactMap { place in
            weight(of: place, after: verb).map { (place, $0) }
        }
        let regrets = regrets(of: verb, weighed)
        let regret = regrets.first { !denial.denies($0) }
        if regrets.isEmpty, isWarnedOff(verb) {
            for (place, weight) in weighed where weight > 0 {
                add(-weight, to: place.brand, verb..<place.words.upperBound)
            }
            return
        }
        if regrets.isEmpty, isDenied(verb) {
            kept += weighed.filter { $0.weight < 0 }.map(\.place.brand)
            return
        }
        let factor = regret == nil ? 1.0 : -1
        if regret != nil || isChange(verb, weighed) {
            for (place, weight) in weighed {
                let first = min(verb, regret ?? verb)
                let end = max(place.words.upperBound, regret.map { $0 + 1 } ?? 0)
                add(weight * factor, to: place.brand, first..<end)
            }
            judge(spokenTo: verb, weighed, factor)
        } else {
            judge(returning: verb, to: weighed)
        }
        if let elsewhere = elsewhere(after: verb) { judge(parting: verb..<elsewhere + 1) }
    }

    private func isDenied(_ verb: Int) -> Bool {
        let isInfinitive = verb > 0 && reading.functions[verb - 1].contains(.to)
        return denial.covers(
            verb..<verb + 1, within: isInfinitive ? Self.infinitiveReach : Self.negatorReach)
    }

    /// "Don't switch to Baltfon".
    private func isWarnedOff(_ verb: Int) -> Bool {
        (max(0, verb - Self.warningReach)...verb).contains {
            reading.functions[$0].contains(.dissuading) && reading.isInSentence($0, of: verb)
        }
    }

    /// "I regret moving to Baltfon", "switching was a mistake"; denied ones too.
    private func regrets(of verb: Int, _ weighed: [Weighed]) -> [Int] {
        let end = weighed.map(\.place.words.upperBound).max() ?? verb + 1
        let around = [verb - 1 - Self.regretReach..<verb, end..<end + 1 + Self.regretReach]
        return around.flatMap { words in
            words.clamped(to: reading.words.indices).filter {
                reading.functions[$0].contains(.regret) && reading.isInSentence($0, of: verb)
            }
        }
    }

    /// Brands named after the verb, up to the next such verb.
    private func objects(of verb: Int) -> [Reading.BrandPlace] {
        let end = min(verb + 1 + Self.nameReach, reading.words.count)
        return (verb + 1..<end).prefix { reading.isInSentence($0, of: verb) && !isVerb($0) }
            .compactMap { index in
                reading.brand(at: index).flatMap { $0.words.lowerBound == index ? $0 : nil }
            }
    }

    private func weight(of place: Reading.BrandPlace, after verb: Int) -> Double? {
        let start = place.words.lowerBound
        let reach = isHandle(place) ? 0 : Self.prepositionReach
        for index in (max(verb + 1, start - reach - 1)..<start).reversed() {
            let function = reading.functions[index]
            if !function.isDisjoint(with: [.from, .to]) {
                guard leads(index, from: verb) else { return nil }
                return function.contains(.from) ? -Self.weight : Self.weight
            }
            if reading.brand(at: index) != nil || reading.words[index].kind == .mark
                || function.contains(.elsewhere)
            {
                return nil
            }
        }
        return start == verb + 1 && !isAtAnHour(place) && !isOwner(place, after: verb)
            ? -Self.weight : nil
    }

    /// A handle may stand for whom the post speaks to: "switching to someone else @zefirnet".
    private func isHandle(_ place: Reading.BrandPlace) -> Bool {
        reading.words[place.words.lowerBound].kind == .handle
    }

    /// Whether a preposition leads from the verb to the provider, and not from what else is changed:
    /// "changed my address with Zefirnet".
    private func leads(_ preposition: Int, from verb: Int) -> Bool {
        let between = verb + 1..<preposition
        let function = reading.functions[preposition]
        if function.contains(.looseTo), !function.contains(.from) {
            return between.contains { reading.brand(at: $0) != nil }
        }
        guard reading.functions[verb].contains(.exchanging) else { return true }
        return between.count <= Self.changeReach
            || between.contains {
                reading.brand(at: $0) != nil || reading.functions[$0].contains(.provider)
            }
    }

    /// "Leaving Kawka at five" is about the way home.
    private func isAtAnHour(_ place: Reading.BrandPlace) -> Bool {
        let next = place.words.upperBound
        return next < reading.words.count && reading.functions[next].contains(.hour)
    }

    /// "Nomainīju Baltfon tarifu" changes the tariff.
    private func isOwner(_ place: Reading.BrandPlace, after verb: Int) -> Bool {
        let next = place.words.upperBound
        guard reading.functions[verb].contains(.exchanging), next < reading.words.count,
            reading.isInSentence(next, of: verb)
        else { return false }
        return reading.words[next].kind == .word && reading.functions[next].isEmpty
            && reading.brand(at: next) == nil
    }

    /// Where "to another operator" stands after the verb.
    private func elsewhere(after verb: Int) -> Int? {
        let reach = verb + 1..<verb + 2 + Self.elsewhereReach
        return reach.clamped(to: reading.words.indices).first { index in
            reading.functions[index].contains(.elsewhere) && reading.isInSentence(index, of: verb)
                && (max(verb, index - 2)..<index).contains { reading.functions[$0].contains(.to) }
        }
    }

    /// Whether the verb tells of a change of brand, and not only that somebody goes somewhere.
    private func isChange(_ verb: Int, _ weighed: [Weighed]) -> Bool {
        if reading.functions[verb].contains(.switching) || isWay(weighed) { return true }
        if !reading.functions[verb].contains(.returning),
            weighed.contains(where: {
                $0.weight < 0 && (isReasoned($0.place) || isOutdone($0.place))
            })
        {
            return true
        }
        guard let first = weighed.first?.place.words.lowerBound else { return false }
        return (verb + 1..<first).contains { reading.functions[$0].contains(.provider) }
    }

    /// "Baltfon, I'm switching to Zefirnet": who was named before the verb is left, and who is spoken
    /// to behind it.
    private mutating func judge(spokenTo verb: Int, _ weighed: [Weighed], _ factor: Double) {
        guard !weighed.isEmpty, weighed.allSatisfy({ $0.weight > 0 }) else { return }
        let goals = Set(weighed.map(\.place.brand))
        let others = reading.brands.around(verb..<verb + 1, Self.placesLookedAt).filter { place in
            !goals.contains(place.brand) && reading.isInSentence(place.words.lowerBound, of: verb)
                && (place.words.upperBound <= verb || isAlone(place))
        }
        guard let other = others.first, others.allSatisfy({ $0.brand == other.brand }) else {
            return
        }
        add(-Self.weight * factor, to: other.brand, other.words)
    }

    /// Whether from one brand it goes straight to another, and not to what is theirs.
    private func isWay(_ ends: [Weighed]) -> Bool {
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

    /// "Po roku w Baltfonie wracam do Zefirnetu": after so long, to another.
    private mutating func judge(returning verb: Int, to weighed: [Weighed]) {
        let around = (verb - Self.returnReach..<verb + 1 + Self.returnReach)
            .clamped(to: reading.words.indices)
            .filter { reading.isInSentence($0, of: verb) }
        guard let goal = weighed.first(where: { $0.weight > 0 })?.place,
            reading.functions[verb].contains(.returning),
            around.contains(where: { reading.functions[$0].contains(.period) })
        else { return }
        let others = around.compactMap { index in
            reading.brand(at: index).flatMap { $0.words.lowerBound == index ? $0 : nil }
        }
        .filter { $0.brand != goal.brand && !isPossessive($0) }
        guard let other = others.first, others.count == 1 else { return }
        add(Self.weight, to: goal.brand, verb..<goal.words.upperBound)
        add(-Self.weight, to: other.brand, other.words)
    }
}
