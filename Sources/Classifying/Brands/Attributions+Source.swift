import Model
import Tokenizing

extension Attributions {
    /// Who speaks, and the verb that says so: "rzecznik Zefirnetu Jan Nowak powiedział".
    struct Source {
        let brand: Brand.ID
        /// The name with who speaks for it, and with quotation marks of its own.
        let words: Range<Int>
        let sentence: Range<Int>
        let verbBefore: Int?
        let verbBehind: Int?
        /// Somebody speaks for the brand, or it is called what it is beside its name.
        let hasRole: Bool

        private let search: Search

        init(
            _ place: Reading.BrandPlace, _ reading: Reading, _ layout: Layout, _ speech: Speech,
            _ inflection: Speech.Inflection
        ) {
            let search = Search(
                reading: reading, speech: speech, inflection: inflection,
                sentence: layout.words(of: layout.sentence(at: place.words.lowerBound)))
            let name = search.withQuotes(place.words)
            let first = search.start(ofRolesBefore: name.lowerBound)
            let (end, hasRoleBehind) = search.end(ofRolesBehind: name.upperBound)
            brand = place.brand
            words = first..<end
            sentence = search.sentence
            hasRole = first < name.lowerBound || hasRoleBehind
            self.search = search
            let isSpokenTo =
                !hasRole
                && inflection.dativeEndings.contains {
                    reading.words.folded(place.words.upperBound - 1).hasSuffix($0)
                }
            verbBefore =
                !isSpokenTo && search.endsStatement(end)
                ? search.verb(before: first, hasRole: hasRole) : nil
            verbBehind = search.verb(behind: end, hasRole: hasRole)
        }

        /// People tell with the verb what they were told.
        var isColloquial: Bool {
            (verbBefore ?? verbBehind).map {
                inflection.colloquial.contains(reading.words.folded($0))
            } ?? false
        }

        /// Begins the sentence, but for when and where it was said: "w piątek Zefirnet podał".
        var isSubject: Bool {
            let first = words.lowerBound
            guard first > sentence.lowerBound else { return true }
            let before = reading.words.folded(first - 1)
            guard reading.words[first - 1].kind == .mark else {
                return search.isCircumstance(first - 1)
                    && !inflection.subjectless.contains(before)
            }
            let isApposed =
                before == "," && hasRole && first - 2 >= sentence.lowerBound
                && reading.words[first - 2].isCapitalized
            return isApposed || before == ":"
                || first - 1 == sentence.lowerBound && reading.words.isDash(first - 1)
        }

        /// What it holds of others: "Według Zefirnetu plan jest fatalny"; `nil` where no view is named.
        var views: [Range<Int>]? {
            let first = words.lowerBound
            var opening = first - 1
            guard opening >= sentence.lowerBound else { return nil }
            var word = reading.words.folded(opening)
            if !inflection.viewOpenings.contains(word) {
                opening -= 1
                guard opening >= sentence.lowerBound else { return nil }
                word = reading.words.folded(opening) + " " + word
                guard inflection.viewOpenings.contains(word) else { return nil }
            }
            var end = words.upperBound
            if !inflection.viewClosings.isEmpty {
                guard end < sentence.upperBound,
                    inflection.viewClosings.contains(reading.words.folded(end))
                else { return nil }
                end += 1
            }
            let isBehindComma =
                opening > sentence.lowerBound && reading.words.isMark(opening - 1, ",")
            let before = clause(before: isBehindComma ? opening - 1 : opening)
            if before.isEmpty { return [untilTurn(end)] }
            if endsSentence(end) { return [before] }
            let isBetweenCommas =
                isBehindComma && end < sentence.upperBound && reading.words.isMark(end, ",")
            return isBetweenCommas ? [before, untilTurn(end)] : []
        }

        /// From the comma before it on: ahead of that, the writer may have spoken.
        func clause(before end: Int) -> Range<Int> {
            let words = (sentence.lowerBound..<end).suffix(Statements.longest)
            let comma = words.last { reading.words.isMark($0, ",") }
            return (comma.map { $0 + 1 } ?? words.lowerBound)..<end
        }

        /// Up to where the writer may speak again: "ale", ", od rana nic nie działa", "– skandal".
        func untilTurn(_ start: Int) -> Range<Int> {
            let words = start..<max(start, min(sentence.upperBound, start + Statements.longest))
            return words.prefix { index in
                guard reading.words[index].kind == .mark else {
                    return !inflection.turns.contains(reading.words.folded(index))
                }
                if reading.words.isMark(index, ",") {
                    return index == start || isReporting(index + 1)
                }
                return reading.words.isMark(index, ".") || reading.words.isQuote(index)
            }
        }

        /// A word such as `że` or `ka`.
        func isReporting(_ index: Int) -> Bool {
            index < sentence.upperBound
                && search.speech.reporting.contains(reading.words.folded(index))
        }

        /// With when and where it was said before it: "w piątek powiedział".
        func start(ofVerb verb: Int) -> Int { verb - search.circumstances(before: verb) }

        /// With the same behind it.
        func end(ofVerb verb: Int) -> Int { verb + 1 + search.circumstances(from: verb + 1) }

        /// Whether nothing but when and where it was said follows.
        func endsStatement(_ index: Int) -> Bool { search.endsStatement(index) }

        // MARK: - Private

        private var reading: Reading { search.reading }
        private var inflection: Speech.Inflection { search.inflection }

        /// Nothing but the mark that ends the sentence follows.
        private func endsSentence(_ index: Int) -> Bool {
            index >= sentence.upperBound
                || index + 1 == sentence.upperBound && reading.words[index].kind == .mark
        }
    }

    /// Looks around a name in its sentence.
    private struct Search {
        let reading: Reading
        let speech: Speech
        let inflection: Speech.Inflection
        let sentence: Range<Int>

        /// Words of who speaks, before the name and behind it: "rzecznik prasowy sieci".
        private static let roleReach = 5
        /// Words of a person's name.
        private static let nameReach = 3
        /// Words between the verb and who speaks: "podał we wtorek w komunikacie".
        private static let circumstanceReach = 4
        private static let helpingReach = 2
        private static let insertionReach = 12

        /// „Zefirnet”.
        func withQuotes(_ name: Range<Int>) -> Range<Int> {
            let (first, end) = (name.lowerBound - 1, name.upperBound)
            guard first >= sentence.lowerBound, end < sentence.upperBound,
                reading.words.isQuote(first), reading.words.isQuote(end)
            else { return name }
            return first..<end + 1
        }

        func start(ofRolesBefore name: Int) -> Int {
            let before = sentence.clamped(to: name - Self.roleReach..<name)
            return name - before.reversed().prefix(while: isRole).count
        }

        /// "Zefirnetu Jan Nowak", "Zefirnet preses sekretāre Anna Ozola".
        func end(ofRolesBehind name: Int) -> (end: Int, hasRole: Bool) {
            let behind = sentence.clamped(to: name..<name + Self.roleReach + Self.nameReach)
            let own = behind.prefix { isRole($0) || isPerson($0) }
            return (name + own.count, own.contains(where: isRole))
        }

        func endsStatement(_ index: Int) -> Bool {
            index >= sentence.upperBound || reading.words[index].kind == .mark
                || isCircumstance(index)
        }

        func isCircumstance(_ index: Int) -> Bool {
            speech.circumstances.contains(reading.words.folded(index))
        }

        /// How many words right before one say when and where.
        func circumstances(before index: Int) -> Int {
            sentence.clamped(to: index - Self.circumstanceReach..<index).reversed()
                .prefix(while: isCircumstance).count
        }

        /// The same from one on.
        func circumstances(from index: Int) -> Int {
            sentence.clamped(to: index..<index + Self.circumstanceReach)
                .prefix(while: isCircumstance).count
        }

        /// "Powiedział", "powiedziała Anna Nowak,", "podał we wtorek".
        func verb(before first: Int, hasRole: Bool) -> Int? {
            var index = first - 1
            if hasRole, index >= sentence.lowerBound, reading.words.isMark(index, ",") {
                let person = sentence.clamped(to: index - Self.nameReach..<index).reversed()
                    .prefix(while: isPerson)
                guard !person.isEmpty else { return nil }
                index -= person.count + 1
            }
            index -= circumstances(before: index + 1)
            return sentence.contains(index) && isVerb(index) ? index : nil
        }

        /// "Powiedział", "też powiedział", "w komunikacie podał", ", największy operator, podał".
        func verb(behind end: Int, hasRole: Bool) -> Int? {
            var next = end
            if next < sentence.upperBound, reading.words.isMark(next, ",") {
                next += 1
                if hasRole, next < sentence.upperBound, isVerb(next) { return next }
                let inserted = sentence.clamped(to: next..<next + Self.insertionReach)
                guard let comma = inserted.first(where: { reading.words.isMark($0, ",") }) else {
                    return nil
                }
                next = comma + 1
            }
            next += circumstances(from: next)
            next +=
                sentence.clamped(to: next..<next + Self.helpingReach)
                .prefix { speech.helping.contains(reading.words.folded($0)) }.count
            return next < sentence.upperBound && isVerb(next) ? next : nil
        }

        private func isVerb(_ index: Int) -> Bool {
            guard reading.hasFrame(.saying, in: index..<index + 1) else { return false }
            let word = reading.words.folded(index)
            return !inflection.viewOpenings.contains(word)
                && !inflection.viewClosings.contains(word) && !isCircumstance(index)
        }

        private func isRole(_ index: Int) -> Bool {
            inflection.roles.contains(reading.words.folded(index))
        }

        /// A word with a capital that names no brand.
        private func isPerson(_ index: Int) -> Bool {
            let word = reading.words[index]
            return word.kind == .word && word.isCapitalized && reading.brand(at: index) == nil
        }
    }
}
