import Foundation
import Model

/// How often each brand was named by each source on each day: on those of a period, and on the eight
/// weeks before it, which say what is usual.
struct DailyHistory {
    /// When each day begins; those of the period come last.
    let starts: [Date]
    /// ISO 8601, of each day.
    let weekdays: [Int]
    /// The place of the period's first day.
    let offset: Int
    /// Days that may be judged: none that the period covers in part, or that began before we listened.
    let whole: Range<Int>
    /// Days of which a part may be missing, because no feed was heard for a time: few mentions on them
    /// are no drop, and they do not count toward what is usual.
    let unsure: Set<Int>
    private let tally: DailyTally
    private let allKeptSince: Date?

    /// - Parameters:
    ///   - inDepth: the brands that the report goes into.
    ///   - time: when anybody listened. Days before that are not days without mentions; where it is not
    ///     known since when, no day before the period counts as known.
    ///   - allKeptSince: since when entries that name no brand have been kept; `nil` where all have
    ///     been.
    init<Failure>(
        _ days: TrendDays, _ period: HeardPeriod, of heard: HeardEntries<Failure>,
        brands: [Brand], goingInto inDepth: Set<Brand.ID>, calendar: LocalCalendar,
        heardIn time: ListeningTime,
        allKeptSince: Date? = nil
    ) throws(Failure) {
        self.allKeptSince = allKeptSince
        let first = days.starts.first ?? .distantPast
        var before: [Date] = []
        for day in stride(from: BaselineFinder.reach, to: 0, by: -1) {
            let start = calendar.startOfDay(first, plus: -day)
            if let since = time.since, start >= since { before.append(start) }
        }
        starts = before + days.starts
        weekdays = starts.map { calendar.moment(of: $0).weekday }
        offset = before.count
        // What a feed held when it was first polled lies before we listened, and has gaps.
        let unheard = starts.count { start in time.since.map { start < $0 } ?? false }
        let end = days.whole.upperBound + before.count
        whole = min(max(before.isEmpty ? days.whole.lowerBound : 0, unheard), end)..<end
        unsure = Set(
            zip(starts, starts.dropFirst() + [days.end]).enumerated()
                .filter { time.missing(in: $1.0..<$1.1) > Self.mostMissing }.map(\.offset))
        var tally = DailyTally(
            of: brands, goingInto: inDepth,
            days: TrendDays(from: starts.first ?? first, to: days.end, calendar: calendar))
        if let start = before.first {
            try heard.forEach(start..<first) { entry in
                guard !entry.tags.isSpam else { return }
                tally.add(
                    Set(entry.tags.mentions.map(\.mention.brand)), entry.feed, entry.story.id,
                    at: entry.date, heardAt: entry.heardAt)
            }
        }
        for entry in period.entries {
            tally.add(
                Set(entry.brands.keys), entry.feed, entry.story.id, at: entry.date,
                heardAt: entry.heardAt)
        }
        self.tally = tally
    }

    /// Posts that name a brand that the report goes into, day after day.
    var inDepth: [Int] { tally.inDepth }

    /// Judges a brand's mentions.
    func finder(of brand: Brand.ID) -> BaselineFinder {
        finder(total(of: tally.counts[brand] ?? [:]), since: followedSince(brand))
    }

    /// Whether any day has as many mentions as a spike needs, or a drop has before it.
    func mayStandOut(_ brand: Brand.ID) -> Bool {
        total(of: tally.counts[brand] ?? [:]).contains { $0 >= BaselineFinder.floor }
    }

    /// Judges the posts that name a brand that the report goes into.
    var inDepthFinder: BaselineFinder { finder(inDepth) }

    /// Stories that named a brand, day after day.
    func stories(of brand: Brand.ID) -> [Int] {
        tally.stories[brand]?.map(\.count) ?? Array(repeating: 0, count: starts.count)
    }

    /// Judges the stories that named a brand.
    func storyFinder(of brand: Brand.ID) -> BaselineFinder {
        finder(stories(of: brand), since: followedSince(brand))
    }

    /// Mentions of a brand by one source, day after day.
    func mentions(of brand: Brand.ID, in feed: Feed.ID) -> [Int] {
        tally.counts[brand]?[feed] ?? Array(repeating: 0, count: starts.count)
    }

    /// Mentions of all brands by each source, day after day.
    var feeds: [Feed.ID: [Int]] {
        tally.counts.values.reduce(into: [:]) { all, feeds in
            all.merge(feeds) { one, other in zip(one, other).map(+) }
        }
    }

    // MARK: - Private

    /// An hour of a day.
    private static let mostMissing = 1 / 24.0

    /// Since when the brand is known to have been looked for; `nil` for as long as anybody listened.
    ///
    /// A brand that was added later is found in entries that are still kept. Whether entries that are
    /// gone named it, nobody knows; unless entries of that time have stayed that name no other brand,
    /// as those were then kept because of it.
    private func followedSince(_ brand: Brand.ID) -> Date? {
        allKeptSince.map { min($0, tally.firstHeard[brand] ?? $0) }
    }

    private func finder(_ values: [Int], since: Date? = nil) -> BaselineFinder {
        let values = values.isEmpty ? Array(repeating: 0, count: starts.count) : values
        return BaselineFinder(
            values: values.enumerated().map { day, value in
                let isFollowed = since.map { starts[day] >= $0 } ?? true
                return isFollowed && whole.contains(day) && !unsure.contains(day) ? value : nil
            }, weekdays: weekdays)
    }

    private func total(of feeds: [Feed.ID: [Int]]) -> [Int] {
        feeds.values.reduce(Array(repeating: 0, count: starts.count)) { zip($0, $1).map(+) }
    }
}

/// Counts by brand, source and day.
private struct DailyTally {
    private(set) var counts: [Brand.ID: [Feed.ID: [Int]]] = [:]
    private(set) var stories: [Brand.ID: [Set<Int64>]] = [:]
    private(set) var inDepth: [Int]
    /// When the first post that names no other brand was heard of each.
    private(set) var firstHeard: [Brand.ID: Date] = [:]
    private let followed: Set<Brand.ID>
    private let isInDepth: Set<Brand.ID>
    private let days: TrendDays

    init(of brands: [Brand], goingInto inDepth: Set<Brand.ID>, days: TrendDays) {
        self.days = days
        followed = Set(brands.map(\.id))
        isInDepth = inDepth
        self.inDepth = Array(repeating: 0, count: days.starts.count)
    }

    mutating func add(
        _ brands: Set<Brand.ID>, _ feed: Feed.ID, _ story: Int64, at date: Date, heardAt: Date
    ) {
        guard let day = days.index(of: date) else { return }
        let count = days.starts.count
        for brand in brands.intersection(followed) {
            if brands.count == 1 { firstHeard[brand] = min(firstHeard[brand] ?? heardAt, heardAt) }
            counts[brand, default: [:]][feed, default: Array(repeating: 0, count: count)][day] += 1
            stories[brand, default: Array(repeating: [], count: count)][day].insert(story)
        }
        if !brands.isDisjoint(with: isInDepth) { inDepth[day] += 1 }
    }
}
