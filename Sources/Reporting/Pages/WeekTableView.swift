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
        /// Said of a week that the report covers in part; `nil` for whole ones.
        let weekPart: String?
        let segments: [Segment]
        let cells: [Cell]
    }

    struct Head {
        let headName: String
        let headFill: String
    }

    let heads: [Head]
    let weekRows: [Row]

    /// `nil` where nothing was said, or one brand alone has all there is to share.
    init?(_ weeks: [Trends.Week], in period: Trends.Period, words: PageWords) {
        let shares = weeks.flatMap(\.shares)
        guard weeks.contains(where: { $0.shares.count > 1 }),
            shares.contains(where: { $0.counts != .zero })
        else { return nil }
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
                    shareText: share.shareOfVoice.mentions.map(words.report.percentOfWhole) ?? "–",
                    shareCounts: words.both(share.counts))
            }
            return Row(
                weekName: words.report.week(week.week),
                weekPart: period.cuts(week: week.week) ? words.trends.inPart : nil,
                segments: segments, cells: cells)
        }
    }

    // MARK: - Private

    /// Six fills that differ in lightness and in pattern, then round again.
    private static func fill(_ index: Int) -> String { "voice\(index % 6)" }
}
