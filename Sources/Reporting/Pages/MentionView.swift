import Foundation
import Model

/// One mention as a page shows it.
struct MentionView {
    /// A piece of outside text, and how it is set off.
    struct Segment {
        let piece: String
        let isName: Bool
        let isGood: Bool
        let isBad: Bool
        /// A word that the sentence is quoted for.
        let isTerm: Bool
    }

    struct Chip {
        let chipName: String
        let chipClass: String
    }

    struct Reason {
        let of: String
        let because: String
    }

    let mentionAnchor: String
    let brandName: String
    let sourceName: String
    let spokenIn: String
    let spokenInCode: String
    let timestamp: String
    let when: String
    let age: String
    /// When it was last seen changed, in words.
    let edited: String?
    let outLink: OutsideLink?
    private(set) var hasTitle: Bool
    let titleSegments: [Segment]
    private(set) var hasBody: Bool
    /// A title that a quotation does not have in itself.
    private(set) var hasHeadline: Bool
    /// The title names the brand and the body, if there is one, does not.
    let isNamedInTitle: Bool
    private(set) var bodySegments: [Segment]
    private(set) var cutAtStart: Bool
    private(set) var cutAtEnd: Bool
    let tone: ToneView
    let score: String
    let chips: [Chip]
    let reasons: [Reason]

    init(_ mention: ListedMention, names: PageNames, calendar: LocalCalendar, words: PageWords) {
        mentionAnchor = "m-\(mention.id)"
        brandName = names.brand(mention.brand)
        sourceName = OutsideText.limited(mention.source, to: 80)
        spokenIn = ([mention.language] + (mention.otherLanguages ?? []))
            .map(words.report.language).joined(separator: ", ")
        spokenInCode = mention.language.rawValue
        timestamp = ContractJSON.timestamp(mention.date)
        when = words.report.dateAndTime(calendar.moment(of: mention.date))
        age = words.age(inMinutes: mention.ageInMinutes)
        edited = mention.editedAt.map {
            "\(words.edited) \(words.report.dateAndTime(calendar.moment(of: $0)))"
        }
        outLink = OutsideLink(mention.link)
        isNamedInTitle = mention.snippet.field == .title
        let body = isNamedInTitle ? mention.opening : mention.snippet
        titleSegments =
            isNamedInTitle
            ? Self.segments(of: mention.snippet)
            : mention.title.map { [Segment(plain: OutsideText.limited($0, to: 200))] } ?? []
        bodySegments = body.map(Self.segments(of:)) ?? []
        hasTitle = !titleSegments.isEmpty
        hasBody = !bodySegments.isEmpty
        hasHeadline = hasTitle && !isNamedInTitle
        cutAtStart = (body ?? mention.snippet).isCutAtStart
        cutAtEnd = (body ?? mention.snippet).isCutAtEnd
        tone = ToneView(mention.sentiment.label, words: words)
        score = words.report.signed(mention.sentiment.score)
        chips = Self.chips(of: mention, names: names, words: words)
        reasons = words.reasons(for: mention, names: names)
    }

    /// Below a heading that already is the title.
    var underItsTitle: Self {
        var view = self
        view.hasTitle = hasTitle && !hasBody
        view.hasHeadline = view.hasTitle && hasHeadline
        return view
    }

    /// With another sentence of its text.
    func quoting(_ snippet: Snippet?) -> Self {
        guard let snippet else { return self }
        var view = self
        view.bodySegments = Self.segments(of: snippet)
        view.hasBody = true
        view.cutAtStart = snippet.isCutAtStart
        view.cutAtEnd = snippet.isCutAtEnd
        return view
    }

    // MARK: - Private

    /// Cuts a snippet at the edges of its marks.
    private static func segments(of snippet: Snippet) -> [Segment] {
        let scalars = Array(snippet.text.unicodeScalars)
        let marks = snippet.marks.filter { $0.kind != .category && $0.start < $0.end }
        let edges = Set([0, scalars.count] + marks.flatMap { [$0.start, $0.end] })
            .filter { (0...scalars.count).contains($0) }.sorted()
        return zip(edges, edges.dropFirst()).map { start, end in
            let over = marks.filter { $0.start <= start && end <= $0.end }
            let weight = over.filter { $0.kind == .tone }.compactMap(\.weight).reduce(0, +)
            return Segment(
                piece: String(String.UnicodeScalarView(scalars[start..<end])),
                isName: over.contains { $0.kind == .mention }, isGood: weight > 0,
                isBad: weight < 0, isTerm: over.contains { $0.kind == .term })
        }
    }

    private static func chips(of mention: ListedMention, names: PageNames, words: PageWords)
        -> [Chip]
    {
        var chips: [Chip] = []
        if mention.severity >= .high {
            chips.append(
                Chip(
                    chipName: words.severity(mention.severity),
                    chipClass: mention.severity.rawValue))
        }
        if let contact = mention.repeatContact {
            chips.append(Chip(chipName: words.repeatContact(contact), chipClass: "high"))
        }
        chips += mention.categories.map { Chip(chipName: names.category($0.id), chipClass: "tag") }
        chips += (mention.facets?.values ?? []).map {
            Chip(chipName: names.value($0), chipClass: "tag")
        }
        if let stars = mention.starLine {
            chips.append(Chip(chipName: stars, chipClass: "tag"))
        }
        if let answer = mention.nps.flatMap({ Recommendation(points: $0) }) {
            chips.append(Chip(chipName: answer.description, chipClass: "tag"))
        }
        if let answer = mention.ces.flatMap({ CustomerEffort(points: $0) }) {
            chips.append(Chip(chipName: answer.description, chipClass: "tag"))
        }
        chips.append(Chip(chipName: "→ " + names.team(mention.team), chipClass: "team"))
        return chips
    }
}

extension MentionView.Segment {
    init(plain piece: String) {
        self.init(piece: piece, isName: false, isGood: false, isBad: false, isTerm: false)
    }
}

/// What a report's own value calls its brands, categories, values of facets and teams.
struct PageNames {
    private let brands: [String: String]
    private let categories: [String: String]
    private let teams: [String: String]
    private let facets: [FacetValue: String]

    init(
        brands: [(String, String)], categories: [(String, String)], teams: [(String, String)],
        facets: [(FacetValue, String)] = []
    ) {
        self.facets = Dictionary(facets, uniquingKeysWith: { first, _ in first })
        self.brands = Dictionary(brands, uniquingKeysWith: { first, _ in first })
        self.categories = Dictionary(categories, uniquingKeysWith: { first, _ in first })
        self.teams = Dictionary(teams, uniquingKeysWith: { first, _ in first })
    }

    func brand(_ id: Brand.ID) -> String { brands[id.value] ?? id.value }
    func category(_ id: Model.Category.ID) -> String { categories[id.value] ?? id.value }
    func value(_ value: FacetValue) -> String { facets[value] ?? value.value.value }
    func team(_ id: Team.ID) -> String { teams[id.value] ?? id.value }
}
