import Model

/// The three sentences a digest opens with: how much, in what tone, and what is left to do.
struct DigestHeadlines {
    let words: ReportWords
    let calendar: LocalCalendar
    let span: ReportWords.Span
    let scope: Digest.Scope
    /// What the team and the region are called that it is about; `nil` for all.
    let part: String?

    func sentences(
        window: Digest.Window, brands: [Digest.BrandSummary], total: Counts,
        answers: Digest.NeedsAnswer, listening: ListeningHealth
    ) -> [String] {
        let wanted = brands.filter {
            if let brand = scope.brand { $0.id == brand } else { $0.kind == .own }
        }
        let told = wanted.isEmpty ? brands : wanted
        let until = words.dateAndTime(calendar.moment(of: window.through))
        return [
            (part.map { "\($0): " } ?? "")
                + (told.allSatisfy { $0.counts == .zero }
                    ? words.nothingHeard(of: told, until: until, span: span)
                    : words.volume(of: told, span: span)),
            words.tone(of: told),
            words.toDo(
                answers.counts,
                firstBy: answers.items.compactMap(\.answerBy).min()
                    .map { words.dateAndTime(calendar.moment(of: $0)) },
                overdue: answers.items.count { $0.isOverdue }, listening: listening),
        ]
    }
}
