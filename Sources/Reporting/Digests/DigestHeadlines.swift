import Model

/// The three sentences a digest opens with: how much, in what tone, and what is left to do.
struct DigestHeadlines {
    let words: ReportWords
    let calendar: LocalCalendar
    let span: ReportWords.Span

    func sentences(
        window: Digest.Window, brands: [Digest.BrandSummary], total: Counts,
        answers: Digest.NeedsAnswer, listening: ListeningHealth
    ) -> [String] {
        let own = brands.filter { $0.kind == .own }
        let told = own.isEmpty ? brands : own
        let until = words.dateAndTime(calendar.moment(of: window.through))
        return [
            told.allSatisfy { $0.counts == .zero }
                ? words.nothingHeard(of: told, until: until, span: span)
                : words.volume(of: told, span: span),
            words.tone(of: told),
            words.toDo(
                answers.counts,
                firstBy: answers.items.compactMap(\.answerBy).min()
                    .map { words.dateAndTime(calendar.moment(of: $0)) },
                overdue: answers.items.count { $0.isOverdue }, listening: listening),
        ]
    }
}
