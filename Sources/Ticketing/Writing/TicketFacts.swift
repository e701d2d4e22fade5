import Foundation
import Model

/// What is known of a mention, in words: a value for each placeholder of a template.
struct TicketFacts {
    let rules: Rules
    let language: LanguageCode
    let words: TicketWords
    private let context: TicketContext
    private var entry: HeardEntry { context.entry }
    var tags: Tags { context.entry.tags }

    init(_ context: TicketContext, rules: Rules, language: LanguageCode) {
        self.context = context
        self.rules = rules
        self.language = language
        words = TicketWords.inLanguage(language)
    }

    /// Empty for what is not known.
    ///
    /// `excerpt` and addresses are without their marks.
    func text(of placeholder: TicketPlaceholder) -> String {
        switch placeholder {
        case .title: entry.title ?? entry.text.onOneLine.cut(to: 120)
        case .text: entry.text
        case .excerpt: excerpt.text
        case .url: entry.link ?? ""
        case .source: context.sourceName
        case .author: entry.author ?? ""
        case .authorHistory: history
        case .brand: brandNames.first ?? ""
        case .brands: brandNames.joined(separator: ", ")
        case .category: categoryNames.first ?? ""
        case .categories: categoryNames.joined(separator: ", ")
        case .categoryReasons: categoryReasons
        case .severity: words.severities[tags.severity] ?? tags.severity.rawValue
        case .severityReason: tags.severityReason
        case .tone: words.tones[tone.label] ?? tone.label.rawValue
        case .score: tone.score.text(decimals: 2)
        case .toneReasons: toneReasons { String(format: "%+.1f", $0) }
        case .language: tags.language.code.rawValue
        case .team: rules.name(of: tags.team, in: language)
        case .answerBy: context.answerBy.map(time) ?? ""
        case .published: time(entry.date)
        case .heardAt: time(entry.heardAt)
        case .related: related.joined(separator: ", ")
        case .nextStep: nextStep
        case .previous: context.previous.map { $0.address ?? $0.id } ?? ""
        case .number: String(entry.sequence)
        case .key: context.key
        case .facets: facetValues.joined(separator: ", ")
        }
    }

    /// The same for people: numbers as their language writes them, and reasons without the rules' places.
    func wording(of placeholder: TicketPlaceholder) -> String {
        switch placeholder {
        case .score: words.number(tone.score, decimals: 2)
        case .toneReasons: toneReasons(words.signed)
        case .categoryReasons: categoryReasonsInWords
        case .severityReason: severityReasonInWords
        case .facets: facetNames
        default: text(of: placeholder)
        }
    }

    /// Each of what has several; none for what is not known.
    func values(of placeholder: TicketPlaceholder) -> [String] {
        switch placeholder {
        case .brands: brandNames
        case .categories: categoryNames
        case .facets: facetValues
        default: [text(of: placeholder)].filter { !$0.isEmpty }
        }
    }

    var excerpt: TicketExcerpt { TicketExcerpt(entry) }

    /// Other mentions of the story: the address of each, or our number of it.
    var related: [String] { context.related.map { $0.link ?? "#\($0.sequence)" } }

    // MARK: - Private

    /// What a fact counts that speaks for itself.
    static let shown = 5

    private var brandNames: [String] {
        tags.brandTones.map { tone in
            rules.brands.first { $0.id == tone.brand }?.name ?? tone.brand.value
        }
    }

    var tone: Sentiment {
        TagFindings.decidingTone(tags.brandTones, whole: tags.sentiment) { brand in
            rules.brands.contains { $0.id == brand && $0.kind == .own }
        }
    }

    private var categoryNames: [String] {
        tags.categories.map { rules.name(of: $0.id, in: language) }
    }

    private var categoryReasons: String {
        tags.categories.flatMap { tag in
            tag.evidence.prefix(Self.shown).map { "\($0.term), \($0.rule)" }
        }.joined(separator: "; ")
    }

    private var nextStep: String {
        for tag in tags.categories {
            let category = rules.categories.first { $0.id == tag.id }
            let step = category?.translations[language]?.nextStep ?? category?.nextStep
            if let step { return step }
        }
        return ""
    }

    private var history: String {
        guard entry.author != nil else { return "" }
        guard context.history.count > 0 else { return words.noHistory }
        let count = words.history.replacing("%", with: String(context.history.count))
        let latest = context.history.latest.map { post in
            "#\(post.sequence) \(day(post.date)) "
                + (words.tones[post.tags.sentiment.label] ?? post.tags.sentiment.label.rawValue)
        }
        return count + ": " + latest.joined(separator: ", ")
    }

    private var zone: TimeZone { TimeZone(identifier: rules.routing.timeZone) ?? .gmt }

    private func day(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }

    private func time(_ date: Date) -> String {
        let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: zone)
        let text = date.formatted(
            style.year().month().day().time(includingFractionalSeconds: false))
        return text.prefix(16) + " (\(rules.routing.timeZone))"
    }
}
