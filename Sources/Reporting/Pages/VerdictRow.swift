import Model

/// What reviewers said of one tag.
struct VerdictRow {
    let tagName: String
    let tagField: String
    let given: String
    let corrected: String
    let missed: String
    let hitRate: String

    init(_ verdict: RuleVerdict, words: PageWords) {
        tagName =
            verdict.field == .tone
            ? Sentiment.Label(rawValue: verdict.tag).map(words.tone) ?? verdict.tag
            : OutsideText.limited(verdict.name, to: 60)
        tagField = words.field(verdict.field)
        given = words.report.number(verdict.given)
        corrected = words.report.number(verdict.corrected)
        missed = words.report.number(verdict.missed)
        hitRate = verdict.hitRate.map(words.report.percent) ?? "–"
    }
}
