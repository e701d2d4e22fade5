import Foundation
import Model

/// What was said of a brand before a digest's window; it shows what is special about the window.
struct EverydayTalk<Failure: Error> {
    /// The beginning of the window.
    let before: Date
    let heard: HeardEntries<Failure>
    let context: ReportingContext
    let calendar: LocalCalendar

    init(
        before: Date, of heard: HeardEntries<Failure>, context: ReportingContext,
        calendar: LocalCalendar
    ) {
        self.before = before
        self.heard = heard
        self.context = context
        self.calendar = calendar
    }

    /// One mention of each story, up to a limit: from the windows that the digest reads anyway and,
    /// where those hold little, from the four weeks before.
    ///
    /// - Parameters:
    ///   - brand: one that alerts are told of, since the four weeks are kept of no other.
    ///   - withoutPrevious: leaves out the window before, where it had the same burst already: compared
    ///     with itself, a burst would have no words of its own.
    ///   - weeks: those four weeks, if an earlier alert has had them read already.
    func stories(
        of brand: Brand.ID, in periods: DigestPeriods, withoutPrevious: Bool, atMost count: Int,
        reading weeks: inout HeardPeriod?
    ) throws(Failure) -> [BrandMention] {
        let previous = periods.previous.mentions(of: brand)
        let left = withoutPrevious ? Set(previous.map(\.entry.sequence)) : []
        func everyday(_ mentions: [BrandMention]) -> [BrandMention] {
            mentions.filter { !left.contains($0.entry.sequence) }.inOrder.firstOfEachStory
        }
        let near = everyday(previous + periods.weekBefore.mentions(of: brand))
        guard near.count < Self.enough else { return near.spread(over: count) }
        if weeks == nil {
            weeks = try HeardPeriod(
                calendar.date(before, plus: -Self.weeks * 7, .day)..<before, of: heard,
                brands: context.brandsAlertedOf, where: context.tellsOf)
        }
        return everyday(weeks?.mentions(of: brand) ?? []).spread(over: count)
    }

    // MARK: - Private

    private static var enough: Int { 100 }
    private static var weeks: Int { 4 }
}

extension [BrandMention] {
    /// By when they were said.
    var inOrder: Self {
        sorted { ($0.entry.date, $0.entry.sequence) < ($1.entry.date, $1.entry.sequence) }
    }
}
