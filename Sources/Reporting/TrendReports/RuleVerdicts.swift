import Model

/// Holds reviewers' verdicts against what the rules gave.
///
/// A period is counted as corrected; what the rules gave is that, with the entries that people judged
/// counted as the rules tagged them instead.
struct RuleVerdicts {
    /// Those of the period, spam too.
    let judged: [JudgedEntry]
    let names: ReportNames
    /// Whether the report tells of an entry with such tags.
    var tellsOf: (HeardEntry) -> Bool = { _ in true }
    /// The brands that the report tells of; `nil` for all.
    var brands: Set<Brand.ID>?

    /// Those of tags that somebody judged, the least reliable first.
    func verdicts(_ period: HeardPeriod) -> [RuleVerdict] {
        let told = judged.map(Told.init).filter { tellsOf($0.given) || tellsOf($0.right) }
        let said = told.flatMap { entry in
            entry.corrections.filter { isTold($0, of: entry) }.map { (entry.given.tags, $0) }
        }
        let tags = Set(
            said.flatMap { _, correction in
                [correction.was, correction.is].compactMap { $0 }.map { Tag(correction.field, $0) }
            }
        ).filter { $0.field != .brand || isTold(Brand.ID($0.value)) }
        var given = told.reduce(into: [Tag: Int]()) { counts, entry in
            if tellsOf(entry.given) {
                for tag in self.tags(of: entry.given.tags) { counts[tag, default: 0] += 1 }
            }
            if tellsOf(entry.right) {
                for tag in self.tags(of: entry.right.tags) { counts[tag, default: 0] -= 1 }
            }
        }
        for tag in tags { given[tag, default: 0] += count(of: tag, in: period) }
        return tags.map { verdict(on: $0, given: given[$0] ?? 0, said) }.sorted {
            ($0.hitRate ?? 1, $0.field.rawValue, $0.tag) < (
                $1.hitRate ?? 1, $1.field.rawValue, $1.tag
            )
        }
    }

    // MARK: - Private

    /// A judged entry, which may be of the report's part as the rules tagged it, as it is right, or both.
    private struct Told {
        let given: HeardEntry
        let right: HeardEntry
        let corrections: [Correction]

        init(_ judged: JudgedEntry) {
            given = judged.entry
            right = judged.entry.corrected(by: judged.corrections)
            corrections = judged.corrections
        }
    }

    private struct Tag: Hashable {
        let field: Correction.Field
        let value: String

        init(_ field: Correction.Field, _ value: String) {
            self.field = field
            self.value = value
        }

        static let spam = Tag(.category, Model.Category.ID.spam.value)
    }

    private func isTold(_ brand: Brand.ID) -> Bool { brands?.contains(brand) ?? true }

    /// A category is of the whole entry, whichever of its brands it was corrected under.
    private func isTold(_ correction: Correction, of entry: Told) -> Bool {
        switch correction.field {
        case .category:
            brands == nil
                || [entry.given, entry.right].contains { !tags(of: $0.tags).isEmpty }
        case .brand: isTold(correction.brand) || correction.is.map { isTold(Brand.ID($0)) } ?? false
        case .tone: isTold(correction.brand)
        }
    }

    /// What an entry counts for: a brand and its tone once each, a category once; spam for nothing
    /// else.
    private func tags(of tags: Tags) -> [Tag] {
        let mentions = tags.mentions.filter { isTold($0.mention.brand) }
        if tags.isSpam { return mentions.isEmpty ? [] : [.spam] }
        return Dictionary(grouping: mentions, by: \.mention.brand).flatMap { brand, places in
            [
                Tag(.brand, brand.value),
                Tag(.tone, BrandTone(joining: places.map(\.sentiment)).label.rawValue),
            ]
        }
            + (mentions.isEmpty ? [] : tags.categories.map { Tag(.category, $0.id.value) })
    }

    private func verdict(on tag: Tag, given: Int, _ said: [(Tags, Correction)]) -> RuleVerdict {
        // What the rules no longer say was mended since: it is no verdict on them.
        let own = said.filter { tags, correction in
            correction.field == tag.field && tags.has(correction)
        }
        .map(\.1)
        func count(_ isMeant: (Correction) -> Bool) -> Int {
            Set(
                own.filter(isMeant).map { correction in
                    "\(correction.entry) \(tag.field == .category ? "" : correction.brand.value)"
                }
            ).count
        }
        let corrected = count { $0.was == tag.value && !$0.isConfirmation }
        return RuleVerdict(
            field: tag.field, tag: tag.value, name: name(of: tag), given: given,
            corrected: corrected,
            confirmed: count { $0.was == tag.value && $0.isConfirmation },
            missed: count { $0.is == tag.value && !$0.isConfirmation },
            hitRate: given <= 0
                ? nil : (1 - Double(corrected) / Double(given)).rounded(decimals: 4))
    }

    private func count(of tag: Tag, in period: HeardPeriod) -> Int {
        switch tag.field {
        case .brand: period.mentions(of: Brand.ID(tag.value)).count
        case .tone: period.mentions.count { $0.tone.label.rawValue == tag.value }
        case .category:
            tag == .spam
                ? period.spamLeftOut
                : period.entries.count { $0.has(Model.Category.ID(tag.value)) }
        }
    }

    private func name(of tag: Tag) -> String {
        switch tag.field {
        case .brand: names.name(of: Brand.ID(tag.value))
        case .category: names.name(of: Model.Category.ID(tag.value))
        case .tone: tag.value
        }
    }
}
