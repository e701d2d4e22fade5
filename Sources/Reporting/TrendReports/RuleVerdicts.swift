import Model

/// Holds reviewers' verdicts against what the rules gave.
struct RuleVerdicts {
    let corrections: [Correction]
    let names: ReportNames

    /// Those of tags that somebody judged, the least reliable first.
    func verdicts(_ period: HeardPeriod) -> [RuleVerdict] {
        let heard = Set(period.entries.map(\.sequence))
        let judged = corrections.filter { heard.contains($0.entry) }
        let tags = Set(
            judged.flatMap { correction in
                [correction.was, correction.is].compactMap { $0 }.map { Tag(correction.field, $0) }
            })
        return tags.map { verdict(on: $0, judged, period) }.sorted {
            ($0.hitRate ?? 1, $0.field.rawValue, $0.tag) < (
                $1.hitRate ?? 1, $1.field.rawValue, $1.tag
            )
        }
    }

    // MARK: - Private

    private struct Tag: Hashable {
        let field: Correction.Field
        let value: String

        init(_ field: Correction.Field, _ value: String) {
            self.field = field
            self.value = value
        }
    }

    private func verdict(on tag: Tag, _ judged: [Correction], _ period: HeardPeriod) -> RuleVerdict
    {
        let own = judged.filter { $0.field == tag.field }
        let corrected = own.count { $0.was == tag.value && !$0.isConfirmation }
        let missed = own.count { $0.is == tag.value && !$0.isConfirmation }
        // The period is counted as corrected; the rules gave it before that.
        let given = max(count(of: tag, in: period) + corrected - missed, 0)
        return RuleVerdict(
            field: tag.field, tag: tag.value, name: name(of: tag), given: given,
            corrected: corrected, confirmed: own.count { $0.was == tag.value && $0.isConfirmation },
            missed: missed,
            hitRate: given == 0
                ? nil : (1 - Double(corrected) / Double(given)).rounded(toDecimals: 4))
    }

    private func count(of tag: Tag, in period: HeardPeriod) -> Int {
        switch tag.field {
        case .brand: period.mentions(of: Brand.ID(tag.value)).count
        case .tone: period.mentions.count { $0.tone.label.rawValue == tag.value }
        case .category: period.entries.count { $0.has(Model.Category.ID(tag.value)) }
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
