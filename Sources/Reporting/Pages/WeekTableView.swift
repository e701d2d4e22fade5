import Model

/// The share of voice of each week, as bars cut into brands.
struct WeekTableView {
    struct Segment {
        let segmentX: String
        let segmentWidth: String
        let segmentFill: String
    }

    struct Cell {
        let shareBrand: String
        let shareText: String
        let shareCounts: String
    }

    struct Row {
        let weekName: String
        let segments: [Segment]
        let cells: [Cell]
    }

    struct Head {
        let headName: String
        let headFill: String
    }

    let heads: [Head]
    let weekRows: [Row]

    init(_ weeks: [Trends.Week], words: PageWords) {
        heads = (weeks.first?.shares ?? []).enumerated().map { index, share in
            Head(headName: share.name, headFill: Self.fill(index))
        }
        weekRows = weeks.map { week in
            var x = 0.0
            let segments = week.shares.enumerated().compactMap { index, share -> Segment? in
                let width = 100 * (share.shareOfVoice.mentions ?? 0)
                defer { x += width }
                guard width > 0 else { return nil }
                return Segment(
                    segmentX: svg(x), segmentWidth: svg(max(width - 0.5, 0.3)),
                    segmentFill: Self.fill(index))
            }
            let cells = week.shares.map { share in
                Cell(
                    shareBrand: share.name,
                    shareText: share.shareOfVoice.mentions.map(words.report.percent) ?? "–",
                    shareCounts: words.both(share.counts))
            }
            return Row(weekName: week.week, segments: segments, cells: cells)
        }
    }

    // MARK: - Private

    /// Six fills that differ in lightness and in pattern, then round again.
    private static func fill(_ index: Int) -> String { "voice\(index % 6)" }
}

/// Mentions by local hour and weekday, as a table that is shaded by count.
struct HourTableView {
    struct Cell {
        let cellCount: String
        let shade: String
    }

    struct Row {
        let dayName: String
        let cells: [Cell]
        let rowTotal: String
    }

    let hourNames: [String]
    let hourRows: [Row]

    init(_ hours: [Trends.WeekdayHours], words: PageWords) {
        hourNames = (0..<24).map(String.init)
        let most = hours.flatMap(\.mentions).max() ?? 0
        hourRows = hours.map { day in
            Row(
                dayName: String(words.report.weekday(day.weekday).prefix(3)),
                cells: day.mentions.map { count in
                    // Five shades; only an empty hour has none.
                    let shade = most == 0 ? 0 : (count * 5 + most - 1) / most
                    return Cell(cellCount: count == 0 ? "·" : String(count), shade: "h\(shade)")
                },
                rowTotal: words.report.number(day.mentions.reduce(0, +)))
        }
    }
}
