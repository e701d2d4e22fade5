import Model

extension PageWords {
    /// Why a mention has its tags, one line for each.
    func reasons(for mention: ListedMention, names: PageNames) -> [MentionView.Reason] {
        let tone = mention.sentiment.evidence.map { word in
            "“\(OutsideText.limited(word.term, to: 60))” \(report.signed(word.weight))"
                + (word.isNegated ? " (negated)" : "")
        }
        let categories = mention.categories.map { category in
            let terms = category.evidence.map {
                "“\(OutsideText.limited($0.term, to: 60))” (\($0.rule))"
            }
            return MentionView.Reason(
                of: names.category(category.id),
                because: "\(report.percent(category.confidence)) sure, by "
                    + (terms.isEmpty ? "its query" : terms.joined(separator: ", ")))
        }
        return [
            MentionView.Reason(
                of: self.tone,
                because: "\(self.tone(mention.sentiment.label)) "
                    + "\(report.signed(mention.sentiment.score)), by "
                    + (tone.isEmpty ? "no word we know" : tone.joined(separator: ", ")))
        ] + categories + [
            MentionView.Reason(
                of: "Severity",
                because: "\(severity(mention.severity)), by \(mention.severityReason)"),
            MentionView.Reason(
                of: "Team", because: "\(names.team(mention.team)), by \(mention.teamReason)"),
            MentionView.Reason(of: "Story", because: story(mention)),
            MentionView.Reason(
                of: "Entry", because: "no. \(mention.sequence) of feed \(mention.feed)"),
        ]
    }

    /// `4 mentions in 3 sources, first in Kurier; 2 with the same text`.
    func spread(_ story: Digest.StorySummary) -> String {
        let first = OutsideText.limited(story.sources.first ?? "", to: 80)
        if story.mentions == 1 { return "Only in \(first)" }
        let start =
            "\(report.mentions(story.mentions)) in "
            + report.plural(story.sources.count, "source", "sources")
            + (story.isContinued ? ", first here in \(first)" : ", first in \(first)")
        let joined = story.joined.map { joined in
            switch joined.reason {
            case .first: "\(report.number(joined.mentions)) as the first"
            case .sameLink: "\(report.number(joined.mentions)) with the same link"
            case .sameText: "\(report.number(joined.mentions)) with the same text"
            case .similarText:
                "\(report.number(joined.mentions)) with \(report.percent(joined.similarity)) or "
                    + "more of its word triples"
            }
        }
        return ([start + (story.isContinued ? ", begun earlier" : "")] + joined)
            .joined(separator: "; ")
    }

    // MARK: - Private

    private func story(_ mention: ListedMention) -> String {
        switch mention.story.reason {
        case .first: "the first to tell it"
        case .sameLink: "same link as no. \(mention.story.id)"
        case .sameText: "same text as no. \(mention.story.id)"
        case .similarText:
            "\(report.percent(mention.story.similarity)) of its word triples are those of "
                + "no. \(mention.story.id)"
        }
    }
}
