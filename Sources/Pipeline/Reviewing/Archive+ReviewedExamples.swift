import Model
import Storing

extension Archive {
    /// Corrections as examples, as far as the present rules do not fulfil them.
    ///
    /// They stand in the archive and not in a rule file: a run refuses rules whose own examples fail,
    /// and a reviewer's click must not stop the night's run; and a post copied into a file would
    /// outlive `earshot forget` and the retention of its source.
    func reviewedExamples(of rules: Rules, tagger: Tagger) throws(RunError) -> [RuleFinding] {
        let all = try storing(store.corrections())
        let known = Set(rules.brands.map(\.id))
        let corrections = all.filter { $0.strangeBrand(among: known) == nil }
        let entries = try storing(store.entries(numbered: Set(corrections.map(\.entry)).sorted()))
        let tags = Dictionary(
            entries.map { ($0.sequence, tagger.tags(for: EntryText($0))) }
        ) { first, _ in first }
        // What is no mention of the brand, or one of another, has no tone toward it.
        let renamed = Set(
            corrections.filter { $0.field == .brand && !$0.isConfirmation }.map(Mentioned.init))
        return all.findings(ofBrandsBeside: known)
            + corrections.compactMap { correction in
                guard let tags = tags[correction.entry], !tags.keep(correction),
                    correction.field != .tone || !renamed.contains(Mentioned(correction))
                else { return nil }
                let field = correction.field.rawValue
                let slip =
                    if let verdict = correction.is {
                        "does not get the \(field) that a reviewer gave it, '\(verdict)'"
                    } else {
                        "still gets the \(field) that a reviewer took from it, '\(correction.was ?? "")'"
                    }
                return RuleFinding(
                    .reviewedExample, .warning,
                    "entry #\(correction.entry) \(slip); `earshot explain '#\(correction.entry)'` says why",
                    at: rules.place(of: correction))
            }
    }
}

extension [Correction] {
    /// One for each brand that is no longer listed, as after its id was changed.
    fileprivate func findings(ofBrandsBeside known: Set<Brand.ID>) -> [RuleFinding] {
        let counts = reduce(into: [Brand.ID: Int]()) { counts, correction in
            if let brand = correction.strangeBrand(among: known) { counts[brand, default: 0] += 1 }
        }
        return counts.map { brand, count in
            RuleFinding(
                .reviewedExample, .warning,
                "there is no brand '\(brand)', so \(count.counted("correction")) of it "
                    + "\(count == 1 ? "counts" : "count") for nothing; if it goes by another id now, "
                    + "give it the old one back: its name may change, its id should not",
                at: FileLocation(file: "rules/brands.yaml"))
        }
    }
}

extension Correction {
    /// The brand whose mention or tone it corrects, or that it names in its place, where there is no such
    /// brand.
    fileprivate func strangeBrand(among known: Set<Brand.ID>) -> Brand.ID? {
        switch field {
        case .category: nil
        case .tone: known.contains(brand) ? nil : brand
        case .brand:
            ([brand] + [self.is.map { Brand.ID($0) }].compactMap(\.self)).first {
                !known.contains($0)
            }
        }
    }
}

private struct Mentioned: Hashable {
    let entry: Int64
    let brand: Brand.ID

    init(_ correction: Correction) {
        entry = correction.entry
        brand = correction.brand
    }
}

extension Tags {
    /// Whether the tags are what a correction says they should be.
    fileprivate func keep(_ correction: Correction) -> Bool {
        func names(_ brand: Brand.ID) -> Bool { mentions.contains { $0.mention.brand == brand } }
        func has(_ category: String?) -> Bool { categories.contains { $0.id.value == category } }
        switch correction.field {
        case .brand:
            if correction.isConfirmation { return names(correction.brand) }
            return !names(correction.brand) && (correction.is.map { names(Brand.ID($0)) } ?? true)
        case .tone:
            return mentions.contains {
                $0.mention.brand == correction.brand
                    && $0.sentiment.label.rawValue == correction.is
            }
        case .category:
            let isWrongGone =
                correction.was == nil || correction.isConfirmation || !has(correction.was)
            return isWrongGone && (correction.is == nil || has(correction.is))
        }
    }
}

extension Rules {
    /// The rule that a correction speaks of.
    fileprivate func place(of correction: Correction) -> FileLocation {
        let brand = brands.first { $0.id == correction.brand }?.place
        let category = categories.first { $0.id.value == correction.was ?? correction.is }?.place
        let fallback = FileLocation(file: "rules/brands.yaml")
        return switch correction.field {
        case .brand, .tone: brand ?? fallback
        case .category: category ?? FileLocation(file: "rules/categories.yaml")
        }
    }
}
