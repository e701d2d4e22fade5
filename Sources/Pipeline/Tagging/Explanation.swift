import Classifying
import Matching
package import Model
import Tokenizing

/// Why a text has the tags it has, and why not the ones that came near: `earshot explain`.
package struct Explanation: Sendable, Encodable {
    /// A name that stands in the text and was not counted.
    package struct RejectedName: Sendable, Encodable {
        package let brand: Brand.ID
        package let form: String
        /// Always there, unlike that of evidence, which is absent for the text.
        package let field: TextField
        package let start: Int
        package let end: Int
        package let reason: String
    }

    /// A category, or a value of a facet, that came near.
    package struct MissedCategory: Sendable, Encodable {
        /// Absent for a category.
        package let facet: Facet.ID?
        package let id: Category.ID
        /// What its keywords and tone add up to; 1 is needed.
        package let score: Double
        package let reason: String
    }

    /// The name that a mention is a form of.
    package struct Name: Sendable, Encodable, Hashable {
        package let brand: Brand.ID
        /// As written in the text.
        package let form: String
        package let name: String
        /// The language whose rules made the form; absent for what stands in the rules.
        package let language: String?
        /// Number and case, `sg dat, sg loc`; absent for what is not declined.
        package let features: String?
        /// `true` where the form is typed without its accents; absent for others.
        package let lacksAccents: Bool?
        /// `rules/brands.yaml:12:7`.
        package let rule: String
        /// How sure it is that the brand is meant: 0 … 1.
        package let confidence: Double
        /// What makes it as sure: `written as the name is; a context word stands near`.
        package let reason: String
    }

    /// A keyword of the tone.
    package struct Keyword: Sendable, Encodable, Hashable {
        package let term: String
        /// The lines that give it its weight: of the lexicon, of what was learnt, or of both.
        package let rules: [String]
    }

    package let title: String?
    package let text: String
    package let tags: Tags
    /// Each form of each brand mentioned once, in reading order.
    package let names: [Name]
    /// Each once, in the order of the tone's evidence.
    package let keywords: [Keyword]
    /// How much the lexicon's keywords count of their weights in the tone of the whole text; absent where all
    /// of it, and where its sentences are in several languages.
    package let keywordShares: LearntTone.Sides?
    package let rejectedNames: [RejectedName]
    /// Names of places; `brand` is the id of the place.
    package let rejectedLocations: [RejectedName]
    package let missedCategories: [MissedCategory]
    /// What people said of the tags of a stored entry, which reports count by; absent for a text, and
    /// where nobody did.
    package let corrections: [Correction]?

    /// - Parameter corrections: of the stored entry; none for a text.
    package init(
        _ entry: EntryText, rules: Rules, tagger: Tagger, corrections: [Correction] = []
    ) {
        let read = ReadEntry(entry)
        let tags = tagger.tags(for: read)
        let misses = tagger.nearMisses(for: read, tags: tags)
        title = entry.title
        text = entry.text
        self.tags = tags
        let told = tags.keywords
        let places = RulePlaces(rules, keywords: Set(told))
        var seen: Set<Name> = []
        names = tags.mentions.compactMap { places.name($0.mention) }
            .filter { seen.insert($0).inserted }
        keywords = told.map {
            Keyword(
                term: $0,
                rules: places.places(ofKeyword: $0, in: tags.language.all).map(\.description))
        }
        keywordShares = rules.keywordShares(in: read, tags.language)
        rejectedNames = misses.names.compactMap(RejectedName.init)
        rejectedLocations = misses.places.compactMap(RejectedName.init)
        missedCategories = misses.categories.map {
            MissedCategory(facet: $0.facet, id: $0.category, score: $0.score, reason: $0.missing)
        }
        self.corrections = corrections.isEmpty ? nil : corrections
    }
}

extension Rules {
    /// `nil` where keywords count in full.
    fileprivate func keywordShares(
        in read: ReadEntry, _ language: DetectedLanguage
    ) -> LearntTone.Sides? {
        guard language.also.isEmpty,
            let learnt = learnt.first(where: { $0.language == language.code })
        else { return nil }
        let shares = LearntTone.keywordShares(
            inWords: read.title.countWithoutMarks + read.text.countWithoutMarks,
            length: learnt.length)
        return min(shares.praise, shares.blame) < 1 ? shares : nil
    }
}

extension Tags {
    /// Every term that told tone, of the text or toward a brand, each once.
    fileprivate var keywords: [String] {
        var seen: Set<String> = []
        return ([sentiment] + mentions.map(\.sentiment)).flatMap(\.evidence).map(\.term)
            .filter { seen.insert($0).inserted }
    }
}

extension RulePlaces {
    fileprivate func name(_ mention: Mention) -> Explanation.Name? {
        origin(of: mention).map { form, place, degree in
            Explanation.Name(
                brand: mention.brand, form: mention.form, name: form.name,
                language: form.language?.rawValue,
                features: form.features.isEmpty ? nil : form.features,
                lacksAccents: form.lacksAccents ? true : nil, rule: place.description,
                confidence: degree.confidence, reason: degree.reason)
        }
    }
}

extension Explanation.RejectedName {
    fileprivate init?(_ finding: NameFinding) {
        guard let reason = finding.rejection else { return nil }
        self.init(
            brand: finding.mention.brand, form: finding.mention.form,
            field: finding.mention.field, start: finding.mention.range.lowerBound,
            end: finding.mention.range.upperBound, reason: reason)
    }
}
