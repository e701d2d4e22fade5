import Model

/// The three sentences a digest opens with: how much, in what tone, and what is left to do.
struct DigestHeadlines {
    let words: ReportWords
    let calendar: LocalCalendar
    let span: ReportWords.Span
    /// The brands that the digest goes into.
    let inDepth: Set<Brand.ID>
    /// What the team and the region are called that it is about; `nil` for all.
    let part: String?
    /// Whether anybody listened before the window ended.
    let isBegun: Bool

    func sentences(
        window: Digest.Window, brands: [Digest.BrandSummary], answers: Digest.NeedsAnswer,
        listening: ListeningHealth
    ) -> [String] {
        let wanted = brands.filter { inDepth.contains($0.id) }
        let all = wanted.isEmpty ? brands : wanted
        // A sentence names a few; the table has the rest.
        let told =
            all.count <= ReportWords.mostNamed
            ? all
            : all.sorted { $0.counts.mentions > $1.counts.mentions }
                .prefix(ReportWords.mostNamed).map { $0 }
        let others = all.count - told.count
        let until = words.dateAndTime(calendar.moment(of: window.through))
        return [
            (part.map { "\($0): " } ?? "")
                + (told.allSatisfy { $0.counts == .zero }
                    ? words.nothingHeard(
                        of: told, until: until, span: span,
                        listening: isBegun ? listening : nil)
                    : words.volume(of: told, others: others, span: span)),
            words.tone(of: told),
            words.toDo(
                answers.counts, critical: answers.items.count { $0.severity == .critical },
                firstBy: answers.items.compactMap(\.answerBy).min()
                    .map { words.dateAndTime(calendar.moment(of: $0)) },
                overdue: answers.items.count { $0.isOverdue },
                heard: isBegun ? heard(listening) : words.notBegunInShort),
        ]
    }

    // MARK: - Private

    private func heard(_ listening: ListeningHealth) -> String {
        let isInPart = listening.gapsBefore != nil || listening.missedBefore != nil
        return words.inShort(listening)
            + (isInPart ? "; " + words.comparedInPartInShort(words.before(span)) : "")
    }
}
