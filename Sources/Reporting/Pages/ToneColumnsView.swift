import Model

/// Positive and negative mentions of each day, above and below one line, drawn on 492 × 104 units.
///
/// Each column stands below its day in the line chart, which is just as wide. The first and the last
/// day lie on the chart's edges, so their columns stand as near to them as they can without covering
/// another.
struct ToneColumnsView {
    struct Column {
        let columnX: String
        let columnWidth: String
        let positiveY: String
        let positiveHeight: String
        let negativeHeight: String
    }

    let hasTone: Bool
    let toneLabel: String
    let columns: [Column]
    let middle: String
    let most: String

    init(_ tone: Trends.DailyTone, counts: ToneCounts, words: PageWords) {
        let positive = tone.positive.mentions
        let negative = tone.negative.mentions
        hasTone = (positive + negative).contains { $0 > 0 }
        let top = Double(max(positive.max() ?? 0, negative.max() ?? 0, 1))
        let step = 436 / Double(max(positive.count - 1, 1))
        let width = max(min(step * 2 / 3, 436 / Double(max(positive.count, 1))) - 1, 1)
        let half = 48.0
        let axis = 52.0
        columns = zip(positive, negative).enumerated().map { day, values in
            let up = half * Double(values.0) / top
            return Column(
                columnX: svg(min(max(34 + Double(day) * step - width / 2, 34), 470 - width)),
                columnWidth: svg(width),
                positiveY: svg(axis - up), positiveHeight: svg(up),
                negativeHeight: svg(half * Double(values.1) / top))
        }
        middle = svg(axis)
        most = words.report.number(Int(top))
        toneLabel =
            "\(words.trends.positiveAndNegative): \(words.both(counts.positive)), "
            + words.both(counts.negative)
    }
}
