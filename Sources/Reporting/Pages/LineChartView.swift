import Model

/// The course of a brand's mentions over days, with what was usual and the days that stood out.
///
/// Drawn on 492 × 190 units, so that its letters stay readable on a phone.
struct LineChartView {
    struct Tick {
        let at: String
        let tickName: String
    }

    struct Marker {
        let triangle: String
        /// On which side of the place the letters end.
        let side: String
        let atX: String
        let atY: String
        /// Empty where it would stand on that of a higher marker.
        let markerName: String
    }

    let chartLabel: String
    let hasBand: Bool
    let band: String
    let mentionsLine: String
    let storiesLine: String
    /// From the last day that has ended to what has been said since.
    let hasPart: Bool
    let mentionsPart: String
    let storiesPart: String
    let grid: [Tick]
    let dayTicks: [Tick]
    let markers: [Marker]

    /// - Parameter endsInPart: whether the last day has not ended yet.
    init(
        _ brand: Trends.BrandTrend, days: [String], endsInPart: Bool = false,
        events: [Trends.Event], words: PageWords
    ) {
        let plot = Plot(
            count: days.count,
            top: max(brand.daily.mentions.max() ?? 0, brand.baselines.map(\.high).ceiling, 4))
        chartLabel =
            "\(brand.name): \(words.report.mentions(brand.counts.mentions)), "
            + words.report.stories(brand.counts.stories)
        let ended = 0..<days.count - (endsInPart ? 1 : 0)
        mentionsLine = plot.line(brand.daily.mentions, ended)
        storiesLine = plot.line(brand.daily.stories, ended)
        hasPart = endsInPart && days.count > 1
        let part = hasPart ? days.count - 2..<days.count : 0..<0
        mentionsPart = plot.line(brand.daily.mentions, part)
        storiesPart = plot.line(brand.daily.stories, part)
        band = plot.band(brand.baselines, days: days)
        hasBand = brand.baselines.count > 1
        grid = plot.gridValues.map {
            Tick(at: svg(plot.y(Double($0))), tickName: words.report.number($0))
        }
        dayTicks = plot.tickDays.map {
            Tick(at: svg(plot.x($0)), tickName: words.shortDay(days[$0]))
        }
        var taken: [MarkerName] = []
        markers = events.compactMap { event in
            days.firstIndex(of: event.day).map { (event, $0, brand.daily.mentions[$0]) }
        }
        .sorted { ($1.2, $0.1) < ($0.2, $1.1) }
        .map { event, day, value in
            let name = MarkerName(
                "\(words.report.number(value)) · \(words.shortDay(event.day))", x: plot.x(day),
                y: plot.y(Double(value)) + (event.kind == .spike ? -1 : 10))
            let isFree = !taken.contains(where: name.collides)
            if isFree { taken.append(name) }
            return Marker(
                triangle: plot.triangle(event.kind, day: day, value: value),
                side: name.isLeft ? "end" : "start", atX: svg(name.atX), atY: svg(name.y),
                markerName: isFree ? name.text : "")
        }
    }
}

/// A small line without axes, 100 × 24 units, stretched to its cell.
struct SparklineView {
    let sparkline: String

    init(_ values: [Int]) {
        let top = Double(max(values.max() ?? 0, 1))
        let step = 100 / Double(max(values.count - 1, 1))
        sparkline = values.enumerated().map { index, value in
            "\(svg(Double(index) * step)),\(svg(23 - 22 * Double(value) / top))"
        }
        .joined(separator: " ")
    }
}

// MARK: - Private

/// The letters beside a marker, on the side of it that has more room.
private struct MarkerName {
    let text: String
    let isLeft: Bool
    let atX: Double
    /// The line that the letters stand on.
    let y: Double

    init(_ text: String, x: Double, y: Double) {
        self.text = text
        self.y = y
        isLeft = x > 240
        atX = x + (isLeft ? -8 : 8)
    }

    /// Letters are 13 units high, and about 7 wide.
    func collides(with other: Self) -> Bool {
        abs(y - other.y) < 14 && span.overlaps(other.span)
    }

    private var span: Range<Double> {
        let width = 7.2 * Double(text.count)
        return isLeft ? atX - width..<atX : atX..<atX + width
    }
}

/// Where days and counts lie in a chart.
private struct Plot {
    let count: Int
    let top: Int

    private static let left = 34.0
    private static let right = 470.0
    private static let ceiling = 26.0
    private static let bottom = 164.0

    func x(_ day: Int) -> Double {
        Self.left + (Self.right - Self.left) * Double(day) / Double(max(count - 1, 1))
    }

    func y(_ value: Double) -> Double {
        let share = min(max(value / Double(top), 0), 1)
        return Self.bottom - (Self.bottom - Self.ceiling) * share
    }

    func line(_ values: [Int], _ days: Range<Int>) -> String {
        days.map { "\(svg(x($0))),\(svg(y(Double(values[$0]))))" }.joined(separator: " ")
    }

    /// The usual range, day after day and back.
    func band(_ baselines: [Trends.Baseline], days: [String]) -> String {
        let known = baselines.compactMap { line in
            days.firstIndex(of: line.day).map { (x($0), line) }
        }
        let above = known.map { "\(svg($0)),\(svg(y($1.high)))" }
        let below = known.reversed().map { "\(svg($0)),\(svg(y($1.low)))" }
        return (above + below).joined(separator: " ")
    }

    func triangle(_ kind: Trends.Event.Kind, day: Int, value: Int) -> String {
        let (x, y) = (x(day), y(Double(value)))
        let (base, tip): (Double, Double) =
            switch kind {
            case .spike: (y - 2, y - 11)
            case .drop: (y + 2, y + 11)
            }
        return "\(svg(x - 5)),\(svg(base)) \(svg(x + 5)),\(svg(base)) \(svg(x)),\(svg(tip))"
    }

    /// Nothing, and the multiples of a round number, two to four of them, up to the top.
    var gridValues: [Int] {
        var (step, power) = (1, 1)
        while power * 2 <= top {
            step = [5, 2, 1].map { $0 * power }.first { $0 * 2 <= top } ?? step
            power *= 10
        }
        return Array(stride(from: 0, through: top, by: step))
    }

    /// Six at most, the first among them.
    var tickDays: [Int] {
        Array(stride(from: 0, to: count, by: max((count + 5) / 6, 1)))
    }
}

extension [Double] {
    fileprivate var ceiling: Int { Int((self.max() ?? 0).rounded(.up)) }
}
