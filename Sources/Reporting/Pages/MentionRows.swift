import Model

/// What a digest page's script knows of the mentions: enough to find each of them, and to make the
/// rows that do not stand in the page already.
struct MentionRows: Encodable {
    /// A tone's shape and name, by the tone.
    private let tones: [String: [String]]
    private let severities: [String]
    private let why: String
    private let readAt: String
    /// Each tag and the reason for it, once; rows refer to them by their places.
    private let reasons: [[CleanText]]
    private let rows: [MentionRow]

    /// - Parameter written: mentions whose rows stand in the page already.
    init(
        _ digest: Digest, views: [ListedMention.ID: MentionView],
        written: Set<ListedMention.ID>, words: PageWords
    ) {
        tones = Dictionary(
            uniqueKeysWithValues: Sentiment.Label.allCases.map { label in
                let view = ToneView(label, words: words)
                return (label.rawValue, [view.shape, view.toneName])
            })
        severities = Severity.allCases.map(words.severity)
        why = words.whyTheseTags
        readAt = words.readAt
        let answers = Dictionary(
            digest.needsAnswer.items.map { ($0.mention, $0) },
            uniquingKeysWith: { first, _ in first })
        var places = PlacedReasons()
        rows = digest.mentions.items.compactMap { mention in
            guard let view = views[mention.id] else { return nil }
            let content =
                written.contains(mention.id)
                ? nil : MentionRow.Content(mention, view, words: words, reasons: &places)
            return MentionRow(mention, answer: answers[mention.id], content: content)
        }
        reasons = places.all
    }
}

/// One mention, as the script goes by it.
struct MentionRow: Encodable {
    /// The value by which the filter of that name finds mentions that somebody should answer.
    static let needsAnswer = "yes"

    /// What a row shows beside what the filters name.
    struct Content {
        let scored: String
        let when: String
        let age: String
        let edited: CleanText?
        let link: CleanText?
        let host: CleanText?
        let contact: CleanText?
        let title: [RowPiece]?
        let body: [RowPiece]?
        let isCutAtStart: Bool
        let isCutAtEnd: Bool
        let reasons: [Int]
    }

    private let mention: ListedMention
    private let answer: Digest.AnswerItem?
    private let content: Content?

    init(_ mention: ListedMention, answer: Digest.AnswerItem?, content: Content?) {
        self.mention = mention
        self.answer = answer
        self.content = content
    }

    func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(mention.id, forKey: .id)
        try row.encode(mention.sentiment.label, forKey: .tone)
        try row.encode(mention.sentiment.score, forKey: .score)
        try row.encode(mention.categories.map(\.id), forKey: .categories)
        let facets = (mention.facets?.values ?? []).map(\.description) + mention.starsForFilter
        if !facets.isEmpty { try row.encode(facets, forKey: .facets) }
        try row.encode(mention.team, forKey: .team)
        try row.encode(mention.feed, forKey: .source)
        try row.encode(mention.language, forKey: .language)
        try row.encode(Severity.allCases.count { $0 < mention.severity }, forKey: .severity)
        try row.encode(mention.date, forKey: .time)
        if let answer {
            try row.encode(Self.needsAnswer, forKey: .answer)
            try row.encodeIfPresent(answer.answerBy, forKey: .due)
        }
        try content?.encode(to: &row)
    }

    enum Key: CodingKey {
        case id, tone, score, categories, facets, team, source, language, severity, time, answer,
            due
        case scored, when, age, edited, link, host, contact, title, body, cutAtStart, cutAtEnd
        case reasons
    }
}

/// A piece of a title or sentence.
///
/// In JSON it is its text, or a list of the text and how it is marked: `n` for a name, `g` for a good
/// word, `b` for a bad one.
struct RowPiece: Encodable {
    private let text: CleanText
    private let marks: String

    init(_ segment: MentionView.Segment) {
        text = CleanText(segment.piece)
        marks =
            (segment.isName ? "n" : "") + (segment.isGood ? "g" : "") + (segment.isBad ? "b" : "")
    }

    func encode(to encoder: any Encoder) throws {
        if marks.isEmpty { return try text.encode(to: encoder) }
        var list = encoder.unkeyedContainer()
        try list.encode(text)
        try list.encode(marks)
    }
}

/// Reasons, each kept once: most mentions share those of severity and team.
struct PlacedReasons {
    private(set) var all: [[CleanText]] = []
    private var places: [[CleanText]: Int] = [:]

    mutating func place(of reason: MentionView.Reason) -> Int {
        let pair = [CleanText(reason.of), CleanText(reason.because)]
        if let place = places[pair] { return place }
        places[pair] = all.count
        all.append(pair)
        return all.count - 1
    }
}

extension MentionRow.Content {
    init(
        _ mention: ListedMention, _ view: MentionView, words: PageWords,
        reasons places: inout PlacedReasons
    ) {
        scored = view.score
        when = view.when
        age = view.age
        edited = view.edited.map(CleanText.init)
        link = (view.outLink?.href).map(CleanText.init)
        host = (view.outLink?.host).map(CleanText.init)
        contact = mention.repeatContact.map { CleanText(words.repeatContact($0)) }
        title = view.hasTitle ? view.titleSegments.map(RowPiece.init) : nil
        body = view.hasBody ? view.bodySegments.map(RowPiece.init) : nil
        isCutAtStart = view.cutAtStart
        isCutAtEnd = view.cutAtEnd
        reasons = view.reasons.map { places.place(of: $0) }
    }

    fileprivate func encode(to row: inout KeyedEncodingContainer<MentionRow.Key>) throws {
        try row.encode(scored, forKey: .scored)
        try row.encode(when, forKey: .when)
        try row.encode(age, forKey: .age)
        try row.encodeIfPresent(edited, forKey: .edited)
        try row.encodeIfPresent(link, forKey: .link)
        try row.encodeIfPresent(host, forKey: .host)
        try row.encodeIfPresent(contact, forKey: .contact)
        try row.encodeIfPresent(title, forKey: .title)
        try row.encodeIfPresent(body, forKey: .body)
        if isCutAtStart { try row.encode(true, forKey: .cutAtStart) }
        if isCutAtEnd { try row.encode(true, forKey: .cutAtEnd) }
        try row.encode(reasons, forKey: .reasons)
    }
}
