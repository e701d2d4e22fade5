import Matching
import Model

/// An explanation as an analyst reads it.
package struct ExplanationText: Sendable {
    private let explanation: Explanation
    private let style: TerminalStyle

    package init(_ explanation: Explanation, style: TerminalStyle) {
        self.explanation = explanation
        self.style = style
    }

    package var text: String {
        let tags = explanation.tags
        var lines: [String] = []
        if let title = explanation.title { lines.append(style.bold(title.withoutControls)) }
        lines.append(explanation.text.withoutControls.shortened(to: 1_000))
        lines.append("")
        lines.append(
            "language   \(tags.language.code) (confidence \(tags.language.confidence))" + alsoIn)
        lines += sentiment("sentiment  ", tags.sentiment) + keywordShares
        for (index, tagged) in tags.mentions.enumerated() {
            let mention = tagged.mention
            lines.append(
                "mention    \(style.bold(mention.brand.value)): "
                    + (mention.isBySource
                        ? "named nowhere; it is what the source is about"
                        : "\"\(mention.form.withoutControls)\" at "
                            + place(mention.field, mention.range) + origin(of: mention)))
            // A brand named five times in one tone is told of its tone once.
            let next = index + 1 < tags.mentions.count ? tags.mentions[index + 1] : nil
            if next?.mention.brand != mention.brand || next?.sentiment != tagged.sentiment {
                lines += sentiment("           toward it ", tagged.sentiment)
            }
        }
        for category in tags.categories { lines += tag("category   ", category) }
        for facet in tags.facets.facets {
            for value in tags.facets[facet] {
                lines += tag(Self.head(facet.value), value)
            }
        }
        lines.append("severity   \(style.bold(tags.severity.rawValue)): \(tags.severityReason)")
        lines.append("team       \(style.bold(tags.team.value)): \(tags.teamReason)")
        lines += (explanation.corrections ?? []).map(Self.line)
        lines += notGiven
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Private

    /// `, some sentences in en`.
    private var alsoIn: String {
        let others = explanation.tags.language.also.map(\.rawValue)
        return others.isEmpty ? "" : ", some sentences in \(others.joined(separator: ", "))"
    }

    /// What a person said of a tag, which counts in its place:
    /// `corrected  tone toward kawka: neutral, not negative (irony)`.
    private static func line(_ correction: Correction) -> String {
        let what =
            switch correction.field {
            case .tone: "tone toward \(correction.brand)"
            case .brand: "brand"
            case .category: "category"
            }
        let (right, wrong) = (correction.is ?? "none", correction.was ?? "none")
        let verdict = correction.isConfirmation ? right : "\(right), not \(wrong)"
        let note = (correction.note ?? "").withoutControls
        return head(correction.isConfirmation ? "confirmed" : "corrected")
            + "\(what): \(verdict)" + (note.isEmpty ? "" : " (\(note))")
    }

    /// What begins a line, as wide as the others are.
    private static func head(_ word: String) -> String {
        word + String(repeating: " ", count: max(1, 11 - word.count))
    }

    /// `             in a text as long keywords count 0.5 of their weights`.
    private var keywordShares: [String] {
        guard let shares = explanation.keywordShares else { return [] }
        let blame = shares.blame == shares.praise ? "" : ", those of blame \(shares.blame)"
        return [
            "             in a text as long keywords count \(shares.praise) of their weights\(blame)"
        ]
    }

    private func sentiment(_ head: String, _ sentiment: Sentiment) -> [String] {
        ["\(head)\(style.bold(sentiment.label.rawValue)) (score \(sentiment.score))"]
            + sentiment.evidence.map { evidence in
                let sign = evidence.weight < 0 ? "" : "+"
                return "             \(sign)\(evidence.weight)  \"\(evidence.term)\" at "
                    + place(evidence.field, evidence.range)
                    + (evidence.isNegated ? ", negated" : "") + rules(ofKeyword: evidence.term)
            }
    }

    /// What a mention is a form of, as in
    /// `, sg loc of "Kawka", typed without accents, rules/brands.yaml:12:7`.
    private func origin(of mention: Mention) -> String {
        let name = explanation.names.first {
            $0.brand == mention.brand && $0.form == mention.form
        }
        guard let name else { return "" }
        let form = name.features.map { ", \($0) of \"\(name.name)\"" } ?? ""
        let doubt = name.confidence < 1 ? " (confidence \(name.confidence): \(name.reason))" : ""
        let typing = name.lacksAccents == true ? ", typed without \(lack(in: name))" : ""
        return "\(form)\(typing), \(name.rule)\(doubt)"
    }

    private func lack(in name: Explanation.Name) -> String {
        let (written, meant) = (name.form, name.name)
        return
            if written.spellingsWithoutApostrophes.count < meant.spellingsWithoutApostrophes.count
        {
            "apostrophe"
        } else if written.withoutFullStops == nil, meant.withoutFullStops != nil {
            "full stop"
        } else if written.withoutHyphens == nil, meant.withoutHyphens != nil {
            "hyphen"
        } else if !written.contains("&"), meant.contains("&") {
            "'&'"
        } else if written.contains("&"), !meant.contains("&") {
            "its conjunction"
        } else {
            "accents"
        }
    }

    private func rules(ofKeyword term: String) -> String {
        let keyword = explanation.keywords.first { $0.term == term }
        return (keyword?.rules ?? []).map { ", \($0)" }.joined()
    }

    private func tag(_ head: String, _ tag: CategoryTag) -> [String] {
        ["\(head)\(style.bold(tag.id.value)) (confidence \(tag.confidence))"]
            + tag.evidence.map { evidence in
                "             \"\(evidence.term)\" at "
                    + "\(place(evidence.field, evidence.range)), \(evidence.rule)"
            }
    }

    private var notGiven: [String] {
        let lines =
            explanation.rejectedNames.map { rejected("mention    ", $0) }
            + explanation.rejectedLocations.map { rejected("location   ", $0) }
            + explanation.missedCategories.map { missed in
                Self.head(missed.facet?.value ?? "category") + "\(missed.id): \(missed.reason)"
            }
        return lines.isEmpty ? [] : ["", style.bold("Not given")] + lines
    }

    private func rejected(_ head: String, _ name: Explanation.RejectedName) -> String {
        "\(head)\(name.brand): \"\(name.form.withoutControls)\" at "
            + "\(place(name.field, name.start..<name.end)): \(name.reason)"
    }

    private func place(_ field: TextField, _ range: Range<Int>) -> String {
        (field == .title ? "title " : "") + "\(range.lowerBound)–\(range.upperBound)"
    }
}
