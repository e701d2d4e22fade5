/// An entry as the rules tagged it, with what people said of that.
package struct JudgedEntry: Hashable, Sendable {
    package let entry: HeardEntry
    package let corrections: [Correction]

    package init(entry: HeardEntry, corrections: [Correction]) {
        self.entry = entry
        self.corrections = corrections
    }
}

/// An entry's tags as the rules gave them, what people said of them so far, and what one more
/// correction changes.
///
/// A reviewer sees the tags as they are corrected already. But what is stored always refers to the tags
/// that the rules gave: one verdict for each, so that a later one replaces an earlier one.
package struct JudgedTags {
    private let tags: Tags
    private let seen: [Correction]
    private let known: [Correction]

    /// - Parameters:
    ///   - seen: what had been said when the reader saw the tags.
    ///   - known: what has been said since, too.
    package init(_ tags: Tags, seen: [Correction], known: [Correction]) {
        self.tags = tags
        self.seen = seen
        self.known = known
    }

    /// Verdicts that go, and those that come.
    package struct Changes: Hashable {
        package let gone: [Correction]
        package let new: [Correction]
    }

    /// - Returns: `nil` where the entry neither has the tag now nor had it by the rules.
    package func changes(by correction: Correction) -> Changes? {
        let readings = [tags.corrected(by: seen), tags.corrected(by: known), tags]
        guard readings.contains(where: { $0.has(correction) }) else { return nil }
        return correction.field == .category
            ? categoryChanges(by: correction) : mentionChanges(by: correction)
    }

    // MARK: - Private

    /// One verdict on each brand that the rules found, and one on its tone.
    private func mentionChanges(by correction: Correction) -> Changes? {
        let brands = brandsByRules(correction.brand)
        let new = brands.compactMap { brand -> Correction? in
            let was: String?
            switch correction.field {
            case .brand, .category: was = brand.value
            case .tone:
                was = tags.mentions.first { $0.mention.brand == brand }?.sentiment.label.rawValue
            }
            return was.map { correction.saying($0, of: brand) }
        }
        guard !new.isEmpty else { return nil }
        return Changes(
            gone: known.filter { $0.field == correction.field && brands.contains($0.brand) },
            new: new)
    }

    /// The brands of the rules that a reader sees as this one.
    ///
    /// A reviewer may have made it of another brand, beside one that the rules found themselves;
    /// reports show both as one.
    ///
    /// - Returns: the brand itself, where the rules found none that reads so; never empty.
    private func brandsByRules(_ brand: Brand.ID) -> [Brand.ID] {
        let found = Set(tags.mentions.map(\.mention.brand)).sorted().filter { found in
            let renamed = seen.last {
                $0.field == .brand && $0.brand == found && !$0.isConfirmation
            }
            return (renamed.map(\.is) ?? found.value) == brand.value
        }
        return found.isEmpty ? [brand] : found
    }

    private func categoryChanges(by said: Correction) -> Changes {
        let correction = said.ofBrand(brandsByRules(said.brand)[0])
        let ofCategories = known.filter { $0.field == .category }
        guard let was = correction.was else {
            // The tag is missing: the verdict that removed it goes, and what that verdict gave instead
            // stays.
            let takers = ofCategories.filter { $0.was == correction.is && !$0.isConfirmation }
            let instead = takers.compactMap { taker in
                taker.is.map { taker.saying(nil, is: $0) }
            }
            return takers.isEmpty
                ? Changes(gone: [], new: [correction])
                : Changes(
                    gone: takers,
                    new: instead + [correction.saying(correction.is, is: correction.is)])
        }
        if tags.hasCategory(was) {
            let own = ofCategories.filter { $0.was == was }
            if correction.isConfirmation { return Changes(gone: own, new: [correction]) }
            // Somebody else may have given it, mostly before the rules changed; what they removed then
            // stays removed.
            let givers = ofCategories.filter { $0.is == was && !$0.isConfirmation }
            let taken = givers.filter { $0.was != nil }.map { $0.saying($0.was, is: nil) }
            return Changes(gone: own + givers, new: taken + [correction])
        }
        // Given by people: whoever gave it now says otherwise.
        let givers = ofCategories.filter { $0.is == was }
        // It was withdrawn since the reader saw it; what should stand instead still holds.
        if givers.isEmpty {
            return Changes(
                gone: [], new: correction.is.map { [correction.saying(nil, is: $0)] } ?? [])
        }
        return Changes(
            gone: givers,
            new: givers.filter { $0.was != nil || correction.is != nil }
                .map { correction.saying($0.was, is: correction.is) })
    }
}

extension Correction {
    package func isSame(as other: Correction) -> Bool {
        (brand, field, was, `is`) == (other.brand, other.field, other.was, other.is)
    }

    fileprivate func saying(_ was: String, of brand: Brand.ID) -> Correction {
        saying(was, is: `is`).ofBrand(brand)
    }

    fileprivate func ofBrand(_ brand: Brand.ID) -> Correction {
        Correction(
            entry: entry, brand: brand, field: field, was: was, is: `is`, note: note, rules: rules,
            digest: digest)
    }

    fileprivate func saying(_ was: String?, is right: String?) -> Correction {
        Correction(
            entry: entry, brand: brand, field: field, was: was, is: right, note: note,
            rules: rules, digest: digest)
    }
}
