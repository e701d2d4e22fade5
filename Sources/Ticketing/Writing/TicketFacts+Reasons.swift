import Model

/// Why a mention has its tone, its categories and its severity.
extension TicketFacts {
    /// The strongest words, each once: the title often says again what the text says.
    ///
    /// Learnt words as light as to be written as 0.0 are left out beside others.
    func toneReasons(_ format: (Double) -> String) -> String {
        var reasons: [String] = []
        let telling = tone.evidence.filter { $0.weight.magnitude >= Self.leastWritten }
        let heavy = telling.isEmpty ? tone.evidence : telling
        for word in heavy.sorted(by: { $0.weight.magnitude > $1.weight.magnitude }) {
            let reason = "\(word.term) \(format(word.weight))"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.prefix(Self.shown).joined(separator: ", ")
    }

    /// The words that speak for each category, in the order of the categories.
    var categoryReasonsInWords: String {
        tags.categories.map { tag in
            var terms: [String] = []
            for term in tag.evidence.map(wording) where !terms.contains(term) {
                terms.append(term)
            }
            return terms.prefix(Self.shown).joined(separator: ", ")
        }.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// What the rule asks that raised it, or the category that it starts from; as it stands in the tags
    /// where the rules are no longer those.
    var severityReasonInWords: String {
        let reason = tags.severityReason
        if let rule = rules.routing.severityRules.first(where: { $0.place.description == reason }) {
            return wording(of: rule.condition)
        }
        let category = tags.categories.first { tag in
            rules.categories.contains {
                $0.id == tag.id && reason == "category \($0.id), \($0.place)"
            }
        }
        return category.map { rules.name(of: $0.id, in: language) } ?? reason
    }

    // MARK: - Private

    /// The least that is written as 0.1.
    private static var leastWritten: Double { 0.05 }

    private func wording(of evidence: CategoryEvidence) -> String {
        switch EvidenceReason(term: evidence.term) {
        case .tone(let label): toneInWords(label)
        case .blame(let name): words.blameSaidTo.replacing("%", with: name)
        case .praise(let name): words.praiseSaidTo.replacing("%", with: name)
        case .blameTold(let name): words.blameToldOf.replacing("%", with: name)
        case .praiseTold(let name): words.praiseToldOf.replacing("%", with: name)
        case nil: evidence.term
        }
    }

    private func toneInWords(_ label: Sentiment.Label) -> String {
        "\(words.tone) \(words.tones[label] ?? label.rawValue)"
    }

    /// What of it this mention has.
    private func wording(of condition: TagCondition) -> String {
        let held = tags.categories.map(\.id).filter(condition.categories.contains)
        var parts = held.map { rules.name(of: $0, in: language) }
        for choice in condition.facets {
            let held = tags.facets[choice.facet].map(\.id).filter(choice.values.contains)
            parts += held.map { name(of: $0, in: choice.facet) }
        }
        if !condition.sentiments.isEmpty { parts.append(toneInWords(tone.label)) }
        if let most = condition.maximumScore {
            parts.append("\(words.tone) ≤ \(words.number(most, decimals: 2))")
        }
        if parts.isEmpty { parts = values(of: .brands) }
        return parts.joined(separator: ", ")
    }
}
