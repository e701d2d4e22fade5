import Foundation
import Model

/// What was said of a brand before a digest's window, for telling what sets its day apart.
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

    /// One mention of each story, at most so many: of the windows that the digest reads anyway, and
    /// where those hold little, of the four weeks before.
    ///
    /// - Parameters:
    ///   - brand: an own one; of no other are four weeks kept.
    ///   - weeks: those four weeks, once they have been read for an alert before.
    func stories(
        of brand: Brand.ID, in periods: DigestPeriods, atMost count: Int,
        reading weeks: inout HeardPeriod?
    ) throws(Failure) -> [BrandMention] {
        let near =
            (periods.previous.mentions(of: brand) + periods.weekBefore.mentions(of: brand))
            .inOrder.firstOfEachStory
        guard near.count < Self.enough else { return near.spread(over: count) }
        if weeks == nil {
            weeks = try HeardPeriod(
                calendar.date(before, plus: -Self.weeks * 7, .day)..<before, of: heard,
                brands: context.brandsInScope.filter { $0.kind == .own },
                where: context.tellsOf)
        }
        return (weeks?.mentions(of: brand) ?? []).inOrder.firstOfEachStory.spread(over: count)
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
