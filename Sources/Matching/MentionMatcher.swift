package import Model
import Querying
package import Tokenizing

/// Finds the places where an entry names one of the brands we follow.
///
/// A name counts as a whole word, in each of its case forms, with or without quotation marks around
/// some of its words, where it meets all that its brand asks for: its case, one of the context words
/// near it, no longer name around it, and the query, which the entry must meet. So does a hashtag that
/// is a name, spaces left out, or a form of one; and, with capitals, a name whose words are one word,
/// `ZielonyNet`, or are joined by another word or sign. Of names that overlap the longest counts; then the
/// first; then a name or hashtag that the rules list, before one that they list in another spelling, with
/// accents or a hyphen; then a name that is written as it stands in the rules; then that of the brand whose
/// id comes first.
///
/// An entry of a source that is about a brand mentions that brand even without naming it.
package struct MentionMatcher: Sendable {
    private let brands: [BrandConditions]
    /// Of each, whether its name means nothing else.
    private let isPlain: [Bool]
    /// Of brands whose case matters, the forms by their numbers.
    private let casedNames: [Int: BrandName]
    private let index: NameIndex
    private let ambiguity: AmbiguityRules
    private let plainNames: PlainNames
    private let brandsBySource: [Source.ID: [Brand.ID]]
    private let language: @Sendable (EntryText, Words, Words) -> LanguageCode?

    private var trie: TermTrie { index.trie }

    /// - Parameters:
    ///   - index: That of these brands, where it is there already.
    ///   - language: Tells the language of an entry by the words of its title and text, for queries
    ///     that ask; `nil` leaves it at what the entry says itself.
    package init(
        brands: [Brand], index: NameIndex? = nil,
        language: @escaping @Sendable (EntryText, Words, Words) -> LanguageCode? = { _, _, _ in nil
        }
    ) {
        self.language = language
        let index = index ?? NameIndex(brands: brands)
        self.index = index
        var casedNames: [Int: BrandName] = [:]
        self.brands = brands.enumerated().map { number, brand in
            // Most brands ask for nothing that takes their names one by one.
            guard brand.isCaseSensitive || brand.query != nil else {
                return BrandConditions(brand, names: [])
            }
            let all = BrandForm.all(of: brand)
            let names = BrandName.all(of: brand, forms: all)
            if brand.isCaseSensitive {
                let forms = names.filter { !$0.pattern.steps.isEmpty }
                for (form, name) in zip(index.firstForm(of: number)..., forms) {
                    casedNames[form] = name
                }
            }
            guard brand.query != nil else { return BrandConditions(brand, names: []) }
            let hashtags = BrandForm.hashtags(of: brand, among: all).map { TermPattern($0.form) }
            let looked = names.filter { $0.kind != .joined || brand.isFoundWithoutAccents }
            return BrandConditions(brand, names: looked.map(\.pattern) + hashtags)
        }
        self.casedNames = casedNames
        isPlain = brands.map(\.isPlain)
        ambiguity = AmbiguityRules(brands)
        plainNames = PlainNames(of: brands, index)
        brandsBySource = Dictionary(
            brands.flatMap { brand in Set(brand.sources).map { ($0, [brand.id]) } },
            uniquingKeysWith: +)
    }

    /// Everything that may name a brand in a text, in all its forms.
    package static func terms(naming brand: Brand) -> [TermPattern] {
        BrandName.all(of: brand).map(\.pattern)
    }

    /// The mentions in title and text in reading order, title first, none overlapping in a field.
    ///
    /// Of one brand, the first hundred: a text that names it a thousand times says no more by that,
    /// and each place costs space in the archive and in reports.
    package func mentions(in entry: EntryText, title: Words, text: Words) -> [Mention] {
        addingBySource(of: entry, to: Self.counted(findings(in: entry, title: title, text: text)))
    }

    package func mentions(in entry: EntryText) -> [Mention] {
        addingBySource(of: entry, to: Self.counted(findings(in: entry)))
    }

    /// Every name that stands in title or text, in the same order, with the condition that failed for
    /// each that does not count.
    package func findings(in entry: EntryText, title: Words, text: Words) -> [NameFinding] {
        guard index.mayMatch(in: text) || index.mayMatch(in: title) else { return [] }
        return plainNames.findings(in: entry)
            ?? findings(inWordsOf: entry, title: title, text: text)
    }

    package func findings(in entry: EntryText) -> [NameFinding] {
        if let plain = plainNames.findings(in: entry) { return plain }
        guard mayFind(in: entry) else { return [] }
        return findings(
            inWordsOf: entry, title: Words(of: entry.title ?? ""), text: Words(of: entry.text))
    }

    /// The same, always told by the words.
    package func findings(
        inWordsOf entry: EntryText, title: Words, text: Words
    ) -> [NameFinding] {
        var found = candidates(in: title, .title) + candidates(in: text, .text)
        guard !found.isEmpty else { return [] }
        let asksForLanguage = found.contains { brands[$0.brand].asksForLanguage }
        let queried = QueriedText(
            entry: entry, title: title, text: text,
            language: asksForLanguage ? language(entry, title, text) : nil)
        found.sort(by: Candidate.isRead)
        rejectQuoted(&found, in: text)
        rejectByConditions(&found, in: queried)
        ambiguity.reject(&found, in: queried)
        rejectOverlapping(&found, in: queried)
        return found.map {
            NameFinding(mention: mention($0, in: queried), rejection: $0.rejection)
        }
    }

    /// Whether a name may stand in an entry, or need not stand there at all.
    ///
    /// Most entries that name none are told without being cut into words.
    package func mayFind(in entry: EntryText) -> Bool {
        isBySource(entry) || trie.mayMatch(in: entry.text) || trie.mayMatch(in: entry.title ?? "")
    }

    // MARK: - Private

    private static let mostOfOneBrand = 100

    private static func counted(_ findings: [NameFinding]) -> [Mention] {
        let all = findings.filter { $0.rejection == nil }.map(\.mention)
        guard all.count > mostOfOneBrand else { return all }
        var places: [Brand.ID: Int] = [:]
        return all.filter {
            places[$0.brand, default: 0] += 1
            return places[$0.brand, default: 0] <= mostOfOneBrand
        }
    }

    private func isBySource(_ entry: EntryText) -> Bool {
        entry.source.map { brandsBySource[$0] != nil } ?? false
    }

    /// With the brands that the entry is about by its source and that it does not name.
    private func addingBySource(of entry: EntryText, to mentions: [Mention]) -> [Mention] {
        guard let source = entry.source, let brands = brandsBySource[source] else {
            return mentions
        }
        // A review may be all title.
        let field: TextField = entry.text.isEmpty && entry.title != nil ? .title : .text
        let unnamed = brands.filter { brand in !mentions.contains { $0.brand == brand } }
        var all = mentions
        all.insert(
            contentsOf: unnamed.map { Mention(bySourceOf: $0, field: field) },
            at: mentions.firstIndex { $0.field == field } ?? mentions.endIndex)
        return all
    }

    /// The names that stand in a field, each place of a brand once.
    private func candidates(in words: Words, _ field: TextField) -> [Candidate] {
        var found: [Candidate] = []
        for match in index.matches(in: words) {
            let brand = Int(index.brands[match.form])
            guard brands[brand].takes(match, in: words) else { continue }
            let cased = casedNames[match.form]
            let isInCase = cased?.isInCase(words, match) ?? true
            let candidate = Candidate(
                brand: brand, field: field, words: match.words, writing: match.writing,
                isAsWritten: cased?.isAsWritten(words, match) ?? true,
                rejection: isInCase
                    ? match.writing.rejection(of: match.words, in: words)
                    : "not written as the name, which is case-sensitive")
            // Two forms of one brand that are folded alike are one place.
            let here = found.indices.reversed().prefix {
                found[$0].words.lowerBound == match.words.lowerBound
            }
            if let same = here.first(where: { found[$0].isSamePlace(as: candidate) }) {
                let isBetter =
                    candidate.isAsWritten
                    && candidate.writing.rank <= found[same].writing.rank
                if candidate.rejection == nil, isBetter || found[same].rejection != nil {
                    found[same] = candidate
                }
            } else {
                found.append(candidate)
            }
        }
        return found
    }

    /// What somebody quotes was said, and counted, elsewhere; but whoever answers what a brand has said
    /// speaks of the brand, as far as its name means nothing else: others may be called so in a forum.
    ///
    /// - Parameter found: In reading order.
    private func rejectQuoted(_ found: inout [Candidate], in text: Words) {
        let all = text.quotedRanges
        var quotes = all[...]
        guard !quotes.isEmpty else { return }
        for index in found.indices where found[index].field == .text {
            let words = found[index].words
            quotes = quotes.drop { $0.upperBound <= words.lowerBound }
            guard found[index].rejection == nil, quotes.first?.overlaps(words) == true,
                !isPlain[found[index].brand]
                    || !text.isQuoted(words, asSpeakerOf: all, line: quotes.startIndex)
            else { continue }
            found[index].rejection = "stands in words quoted from somebody else"
        }
    }

    private func rejectByConditions(_ found: inout [Candidate], in text: QueriedText) {
        var failures: [Int: String?] = [:]
        for index in found.indices where found[index].rejection == nil {
            let candidate = found[index]
            guard brands[candidate.brand].hasConditions else { continue }
            let brand = brands[candidate.brand]
            let failure = failures[candidate.brand] ?? brand.queryFailure(in: text)
            failures[candidate.brand] = failure
            found[index].rejection =
                failure
                ?? brand.contextFailure(
                    around: candidate.words, in: text.words(of: candidate.field))
        }
    }

    /// Decides between names that share words.
    ///
    /// - Parameter found: In reading order.
    private func rejectOverlapping(_ found: inout [Candidate], in text: QueriedText) {
        var group: [Int] = []
        var reach = 0
        for index in found.indices where found[index].rejection == nil {
            let candidate = found[index]
            let isApart =
                group.last.map { found[$0].field != candidate.field } ?? true
                || candidate.words.lowerBound >= reach
            if isApart {
                rejectAllButLongest(group, of: &found, in: text)
                (group, reach) = ([], 0)
            }
            group.append(index)
            reach = max(reach, candidate.words.upperBound)
        }
        rejectAllButLongest(group, of: &found, in: text)
    }

    /// - Parameter group: Indices of names each of which overlaps another.
    private func rejectAllButLongest(
        _ group: [Int], of found: inout [Candidate], in text: QueriedText
    ) {
        guard group.count > 1 else { return }
        let byRank = group.sorted { rank(of: found[$0]) < rank(of: found[$1]) }
        /// By word, the name that counts there.
        var counted: [Int: Candidate] = [:]
        for index in byRank {
            let candidate = found[index]
            if let winner = candidate.words.lazy.compactMap({ counted[$0] }).first {
                found[index].rejection = NameFinding.rejection(for: mention(winner, in: text))
            } else {
                for word in candidate.words { counted[word] = candidate }
            }
        }
    }

    private func mention(_ candidate: Candidate, in text: QueriedText) -> Mention {
        let words = text.words(of: candidate.field)
        let brand = brands[candidate.brand]
        let form = words.string(candidate.words)
        return Mention(
            brand: brand.id, form: form, field: candidate.field,
            range: words.scalarRange(candidate.words),
            confidence: brand.certainty.degree(of: form, candidate.writing).confidence)
    }

    private func rank(of candidate: Candidate) -> (Int, Int, Int, Int, Brand.ID) {
        (
            -candidate.words.count, candidate.words.lowerBound,
            candidate.writing.rank, candidate.isAsWritten ? 0 : 1,
            brands[candidate.brand].id
        )
    }
}
