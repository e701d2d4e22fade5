import Model

/// Reads what `TagsColumn` wrote, now or in an earlier layout.
struct TagsReader {
    private var packed: PackedReader
    private let layout: TagsLayout
    private let keepsReasons: Bool
    private var lastRule = ""
    /// In bytes; kept in its stead where reasons are left out.
    private var lengthOfLastRule = 0
    /// What the whole text's tone was made of.
    private var known: [SentimentEvidence] = []
    /// Toward each brand, as it was told last.
    private var tones: [Brand.ID: Sentiment] = [:]

    /// - Parameter packed: behind the number of the layout.
    init(_ packed: PackedReader, layout: TagsLayout, keepsReasons: Bool) {
        self.packed = packed
        self.layout = layout
        self.keepsReasons = keepsReasons
    }

    mutating func tags() throws(PackedReader.Damage) -> Tags {
        let language = try language()
        let sentiment = try sentiment { reader throws(PackedReader.Damage) in
            try reader.evidence()
        } skipping: { reader throws(PackedReader.Damage) in
            try reader.skipEvidence()
        }
        known = sentiment.evidence
        let categories = try list { reader throws(PackedReader.Damage) in try reader.category() }
        let mentions = try list { reader throws(PackedReader.Damage) in try reader.mention() }
        let severity = try packed.choice(among: TagsColumn.Cases.severities)
        let severityReason = try packed.text()
        let (team, teamReason) = (Team.ID(try packed.text()), try packed.text())
        let tags = Tags(
            language: language, sentiment: sentiment, categories: categories,
            facets: try facets(), mentions: mentions, severity: severity,
            severityReason: severityReason, team: team, teamReason: teamReason)
        guard packed.isAtEnd else { throw PackedReader.Damage() }
        return tags
    }

    // MARK: - Private

    private mutating func language() throws(PackedReader.Damage) -> DetectedLanguage {
        let (code, confidence) = (LanguageCode(rawValue: try packed.text()), try number())
        guard layout >= .present else {
            return DetectedLanguage(code: code, confidence: confidence)
        }
        return DetectedLanguage(
            code: code, confidence: confidence,
            also: try list { reader throws(PackedReader.Damage) in
                LanguageCode(rawValue: try reader.packed.text())
            })
    }

    private mutating func facets() throws(PackedReader.Damage) -> FacetTags {
        var facets = FacetTags()
        guard layout >= .fourth else { return facets }
        for _ in 0..<(try packed.count()) {
            let facet = Facet.ID(try packed.text())
            facets[facet] = try list { reader throws(PackedReader.Damage) in
                try reader.category()
            }
        }
        return facets
    }

    private mutating func mention() throws(PackedReader.Damage) -> TaggedMention {
        let mention = Mention(
            brand: Brand.ID(try packed.text()), form: try packed.text(), field: try field(),
            range: try range(), confidence: layout >= .fourth ? try packed.decimal() : 1)
        return TaggedMention(mention: mention, sentiment: try tone(toward: mention.brand))
    }

    private mutating func tone(toward brand: Brand.ID) throws(PackedReader.Damage) -> Sentiment {
        if layout >= .third, try packed.flag() {
            guard let told = tones[brand] else { throw PackedReader.Damage() }
            return told
        }
        let tone = try sentiment { reader throws(PackedReader.Damage) in
            try reader.evidenceBesideText()
        } skipping: { reader throws(PackedReader.Damage) in
            try reader.skipEvidenceBesideText()
        }
        tones[brand] = tone
        return tone
    }

    private mutating func category() throws(PackedReader.Damage) -> CategoryTag {
        CategoryTag(
            id: Model.Category.ID(try packed.text()), confidence: try number(),
            evidence: try reasons { reader throws(PackedReader.Damage) in
                CategoryEvidence(
                    rule: try reader.rule(), term: try reader.packed.text(),
                    field: try reader.field(), range: try reader.range())
            } skipping: { reader throws(PackedReader.Damage) in
                try reader.skipCategoryEvidence()
            })
    }

    private mutating func sentiment(
        _ evidence: (inout TagsReader) throws(PackedReader.Damage) -> SentimentEvidence,
        skipping skip: (inout TagsReader) throws(PackedReader.Damage) -> Void
    ) throws(PackedReader.Damage) -> Sentiment {
        Sentiment(
            label: try packed.choice(among: TagsColumn.Cases.labels), score: try number(),
            evidence: try reasons(evidence, skipping: skip))
    }

    private mutating func evidence() throws(PackedReader.Damage) -> SentimentEvidence {
        let term = try packed.text()
        let (field, range) = (try field(), try range())
        guard layout >= .second else {
            return SentimentEvidence(
                term: term, field: field, range: range, weight: try packed.double(),
                isNegated: try packed.flag())
        }
        let isNegated = try packed.flag()
        return SentimentEvidence(
            term: term, field: field, range: range, weight: try packed.decimal(),
            isNegated: isNegated)
    }

    private mutating func evidenceBesideText() throws(PackedReader.Damage) -> SentimentEvidence {
        guard layout >= .second else { return try evidence() }
        let place = try packed.number()
        guard place > 0 else { return try evidence() }
        let weight = try packed.decimal()
        guard place <= known.count else { throw PackedReader.Damage() }
        let same = known[place - 1]
        return SentimentEvidence(
            term: same.term, field: same.field, range: same.range, weight: weight,
            isNegated: same.isNegated)
    }

    private mutating func rule() throws(PackedReader.Damage) -> String {
        guard layout >= .second else { return try packed.text() }
        lastRule = try packed.text(after: lastRule)
        return lastRule
    }

    private mutating func number() throws(PackedReader.Damage) -> Double {
        layout >= .second ? try packed.decimal() : try packed.double()
    }

    private mutating func field() throws(PackedReader.Damage) -> TextField {
        try packed.choice(among: TagsColumn.Cases.fields)
    }

    private mutating func range() throws(PackedReader.Damage) -> Range<Int> {
        let start = try packed.number()
        let (end, isTooFar) = start.addingReportingOverflow(try packed.number())
        guard !isTooFar else { throw PackedReader.Damage() }
        return start..<end
    }

    private mutating func list<Element>(
        _ element: (inout TagsReader) throws(PackedReader.Damage) -> Element
    ) throws(PackedReader.Damage) -> [Element] {
        let count = try packed.count()
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    /// All of them are gone through, whether any is kept or not.
    private mutating func reasons<Element>(
        _ element: (inout TagsReader) throws(PackedReader.Damage) -> Element,
        skipping skip: (inout TagsReader) throws(PackedReader.Damage) -> Void
    ) throws(PackedReader.Damage) -> [Element] {
        if keepsReasons { return try list(element) }
        for _ in 0..<(try packed.count()) { try skip(&self) }
        return []
    }

    private mutating func skipEvidence() throws(PackedReader.Damage) {
        try packed.skipText()
        _ = (try field(), try range())
        if layout >= .second {
            _ = (try packed.flag(), try packed.decimal())
        } else {
            _ = (try packed.double(), try packed.flag())
        }
    }

    private mutating func skipEvidenceBesideText() throws(PackedReader.Damage) {
        guard layout >= .second, try packed.number() > 0 else { return try skipEvidence() }
        _ = try packed.decimal()
    }

    private mutating func skipCategoryEvidence() throws(PackedReader.Damage) {
        if layout >= .second {
            lengthOfLastRule = try packed.skipText(afterOneOf: lengthOfLastRule)
        } else {
            try packed.skipText()
        }
        try packed.skipText()
        _ = (try field(), try range())
    }
}
