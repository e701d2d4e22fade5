import Model

/// A figure by mentions, and beside it in small letters what it is by stories, or what it was.
struct FigureView {
    let figure: String
    let beside: String

    init(_ counts: Counts, words: PageWords) {
        figure = words.report.number(counts.mentions)
        beside = words.report.stories(counts.stories)
    }

    /// How a count moved, and from what.
    init(_ change: Change, now: Counts, words: PageWords) {
        figure = words.change(change, now: now)
        beside = words.was(change, now: now)
    }

    /// A dash where there is none.
    init(_ ratios: Ratios?, words: PageWords, as told: (Double) -> String) {
        figure = ratios?.mentions.map(told) ?? "–"
        beside = words.byStory(ratios?.stories.map(told))
    }
}
