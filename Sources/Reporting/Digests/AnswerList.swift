import Foundation
import Model

/// Picks the mentions of own brands that somebody should answer, and says by when.
///
/// They are mentions of high or critical severity, and questions, complaints, technical issues, people
/// about to leave and people about to buy. Each story is answered once, however often it is reprinted,
/// and not at all if an own brand told it first.
struct AnswerList {
    let context: ReportingContext
    let names: ReportNames

    func needsAnswer(_ period: HeardPeriod, end: Date) -> Digest.NeedsAnswer {
        let asking = asking(period)
        var known: [Team.ID: AnswerBy.KnownDays] = [:]
        let items = Dictionary(grouping: asking, by: \.entry.story.id).values
            .map { item(for: $0, end: end, &known) }
            .sorted { $0.order < $1.order }
        let entries = Dictionary(grouping: asking, by: \.entry.sequence).count
        return Digest.NeedsAnswer(
            counts: Counts(mentions: entries, stories: items.count), items: items.map(\.value))
    }

    /// Mentions of own brands that somebody should answer.
    func asking(_ period: HeardPeriod) -> [BrandMention] {
        let own = context.brandsToAnswerFor
        let voices = OwnVoices(context)
        // A reprint of a release asks no more than the release does; and what an own brand repeats was
        // asked by somebody before.
        let told = Dictionary(
            period.entries.filter(voices.spoke).map { ($0.story.id, $0.date) },
            uniquingKeysWith: min)
        return period.mentions.filter { mention in
            let entry = mention.entry
            return own.contains(mention.brand) && entry.asksForAnswer && !voices.spoke(entry)
                && told[entry.story.id].map { entry.date < $0 } ?? true
        }
    }

    /// The share of the entries about own brands, 0 … 1, that somebody should answer; 0 where there are none.
    func share(of period: HeardPeriod) -> Double {
        let own = context.brandsToAnswerFor
        let all = period.entries.count { !own.isDisjoint(with: $0.brands.keys) }
        let asking = Set(asking(period).map(\.entry.sequence)).count
        return all == 0 ? 0 : Double(asking) / Double(all)
    }

    // MARK: - Private

    private struct Item {
        let value: Digest.AnswerItem
        let entry: CountedEntry

        /// Most severe first, then what is due first, then what was heard first.
        var order: (Int, Date, Int64) {
            let severities = Severity.allCases.sorted(by: >)
            let rank = severities.firstIndex(of: value.severity) ?? severities.count
            return (rank, value.answerBy ?? .distantFuture, entry.sequence)
        }
    }

    private func item(
        for story: [BrandMention], end: Date, _ known: inout [Team.ID: AnswerBy.KnownDays]
    ) -> Item {
        let severity = story.map(\.entry.severity).max() ?? .normal
        let chosen = story.first { $0.entry.severity == severity } ?? story[0]
        let entry = chosen.entry
        // A milder post that the team has had for a long time may be due first.
        let deadline = story.filter { $0.entry.team == entry.team }
            .compactMap { timeForAnswer(to: $0.entry, &known) }.min()
        let brands = story.filter { $0.entry.sequence == entry.sequence }.map(\.brand)
        let value = Digest.AnswerItem(
            mention: chosen.id, brands: brands, severity: severity,
            categories: entry.categories.map(\.id)
                .filter { Category.ID.answerable.contains($0) },
            team: entry.team, teamName: names.name(of: entry.team),
            answerBy: deadline, isOverdue: deadline.map { $0 <= end } ?? false,
            copies: Set(story.map(\.entry.sequence)).count - 1)
        return Item(value: value, entry: entry)
    }

    private func timeForAnswer(
        to entry: CountedEntry, _ known: inout [Team.ID: AnswerBy.KnownDays]
    ) -> Date? {
        guard let team = context.routing.teams.first(where: { $0.id == entry.team }) else {
            return nil
        }
        return AnswerBy(team: team, calendar: context.calendar).deadline(
            for: entry.severity, from: entry.heardAt,
            knowing: &known[team.id, default: AnswerBy.KnownDays()])
    }
}
