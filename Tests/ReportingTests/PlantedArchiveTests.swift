import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// A shorter version of `earshot-bench alarms`.
struct PlantedArchiveTests {
    private func trends(of archive: PlantedArchive, answers: [Int64: Date] = [:]) -> Trends {
        TrendsMaker(context: .planted).trends(
            from: PlantedArchive.start(of: PlantedArchive.firstJudged),
            to: PlantedArchive.start(of: PlantedArchive.days),
            heard: HeardEntries(archive.entries), health: [],
            heardIn: ListeningTime(since: PlantedArchive.start(of: 0)), answers: answers)
    }

    @Test(arguments: [1, 2, 3])
    func `everything planted is found, and named for what it is`(seed: UInt64) {
        let archive = PlantedArchive(seed: seed)
        let verdict = archive.verdict(on: trends(of: archive))
        #expect(verdict.found == Set(PlantedArchive.Plant.allCases))
    }

    @Test func `quiet days raise less than one false alarm in 400`() {
        let verdicts = (11...13).map { seed -> PlantedArchive.Verdict in
            let archive = PlantedArchive(seed: UInt64(seed), plants: [])
            return archive.verdict(on: trends(of: archive))
        }
        let days = verdicts.map(\.quietDays).reduce(0, +)
        #expect(days == 3 * 4 * 84)
        #expect(verdicts.flatMap(\.falseAlarms).count <= days / 400)
    }

    @Test func `a burst's card says what, since when, where, who and why`() throws {
        let archive = PlantedArchive(seed: 4, plants: [.burst])
        let trends = trends(of: archive)
        let card = try #require(trends.incidents.first { $0.brand == "zefirnet" })
        let day = try #require(archive.planted[.burst])
        #expect(card.terms.contains { $0.contains(PlantedArchive.word) })
        #expect(card.beganAt >= PlantedArchive.start(of: day))
        #expect(card.endedAt < PlantedArchive.start(of: day + 1))
        #expect(card.firstDay == card.lastDay)
        #expect(card.counts.mentions >= 40)
        #expect(card.sourcesInAll >= 5)
        #expect(!card.isOpen)
        #expect(card.tone.during.neutral.mentions == card.counts.mentions)
        #expect(card.answer == nil)
        let said = card.mentions.compactMap { id in trends.mentions.first { $0.id == id } }
        #expect(said.count == 4)
        #expect(said.allSatisfy { $0.snippet.text.contains(PlantedArchive.word) })
        let quotes = try #require(card.quotes)
        #expect(quotes.map(\.mention) == card.mentions)
        #expect(quotes.allSatisfy { $0.snippet.text.contains(PlantedArchive.word) })
        #expect(quotes.allSatisfy { $0.snippet.marks.contains { $0.kind == .term } })
        #expect(said[0].date == card.beganAt)
        #expect(Set(said.map(\.source)).count == 4)
    }

    @Test func `a card compares what was said before an answer with as much time after it`() throws
    {
        let archive = PlantedArchive(seed: 4, plants: [.burst])
        let card = try #require(trends(of: archive).incidents.first { $0.brand == "zefirnet" })
        let answered = card.beganAt.addingTimeInterval(6 * 3_600)
        let story = try #require(
            archive.entries.first { $0.date == card.beganAt && $0.text.contains("Zefirnet") })
        let answer = try #require(
            trends(of: archive, answers: [story.sequence: answered]).incidents
                .first { $0.brand == "zefirnet" }?.answer)
        func said(_ span: Range<Date>) -> Int {
            archive.entries.count { $0.text.contains("Zefirnet") && span.contains($0.date) }
        }
        #expect(answer.at == answered)
        #expect(answer.before.neutral.mentions == said(card.beganAt..<answered))
        #expect(
            answer.after.neutral.mentions
                == said(answered..<answered.addingTimeInterval(6 * 3_600)))
    }

    @Test func `both sides of an answer are as long as the period goes on behind it`() throws {
        let archive = PlantedArchive(seed: 4, plants: [.burst])
        let card = try #require(trends(of: archive).incidents.first { $0.brand == "zefirnet" })
        let day = try #require(archive.planted[.burst])
        let end = PlantedArchive.start(of: day + 1)
        let answered = end.addingTimeInterval(-1_800)
        let story = try #require(
            archive.entries.first { $0.date == card.beganAt && $0.text.contains("Zefirnet") })
        let cut = TrendsMaker(context: .planted).trends(
            from: PlantedArchive.start(of: PlantedArchive.firstJudged), to: end,
            heard: HeardEntries(archive.entries), health: [],
            heardIn: ListeningTime(since: PlantedArchive.start(of: 0)),
            answers: [story.sequence: answered])
        let answer = try #require(
            cut.incidents.first { $0.brand == "zefirnet" }?.answer)
        func said(_ span: Range<Date>) -> Int {
            archive.entries.count { $0.text.contains("Zefirnet") && span.contains($0.date) }
        }
        let before = said(answered.addingTimeInterval(-1_800)..<answered)
        #expect(answer.before.neutral.mentions == before)
        #expect(before < said(card.beganAt..<answered))
    }

    @Test func `a closed burst that comes back in the same words is told as a return`() throws {
        let archive = PlantedArchive(seed: 4, plants: [.burst])
        let first = try #require(archive.planted[.burst])
        let burst = archive.entries.filter { $0.text.contains(PlantedArchive.word) }
        let again = burst.enumerated().map { number, entry in
            HeardEntry.sample(
                1_000_000 + Int64(number), entry.text,
                saying: [.init(of: "zefirnet", as: "Zefirnet")], feed: entry.feed,
                at: entry.date.addingTimeInterval(21 * 86_400))
        }
        let trends = TrendsMaker(context: .planted).trends(
            from: PlantedArchive.start(of: PlantedArchive.firstJudged),
            to: PlantedArchive.start(of: PlantedArchive.days),
            heard: HeardEntries(archive.entries + again), health: [],
            heardIn: ListeningTime(since: PlantedArchive.start(of: 0)))
        let cards = trends.incidents.filter { $0.brand == "zefirnet" }
        #expect(cards.count == 2)
        #expect(cards[0].returnOf == cards[1].id, "\(cards.map(\.terms))")
        #expect(cards[1].returnOf == nil)
        #expect(cards[0].sentence.contains("It is back"))
        #expect(cards[1].firstDay == trends.period.days[first - PlantedArchive.firstJudged])
    }
}

extension PlantedArchiveTests {
    @Test func `a burst whose words the archive knows from long ago is told as a return`() throws {
        let archive = PlantedArchive(seed: 4, plants: [.burst])
        var heard = HeardEntries(archive.entries)
        let long = PlantedArchive.start(of: 0).addingTimeInterval(-300 * 86_400)
        heard.holding = { terms, brand, moment in
            guard brand == "zefirnet", terms.contains(where: { $0.contains(PlantedArchive.word) })
            else { return [] }
            return (0..<6).map { PastEntry(date: long, story: -Int64($0)) }
        }
        let trends = TrendsMaker(context: .planted).trends(
            from: PlantedArchive.start(of: PlantedArchive.firstJudged),
            to: PlantedArchive.start(of: PlantedArchive.days), heard: heard, health: [],
            heardIn: ListeningTime(since: PlantedArchive.start(of: 0)))
        let card = try #require(trends.incidents.first { $0.brand == "zefirnet" })
        let day = LocalCalendar(timeZone: "UTC").dayName(of: long)
        #expect(card.returnOf?.value == "zefirnet-\(day)")
        #expect(card.sentence.contains("It is back: the same words as on"))
    }
}

extension ReportingContext {
    static var planted: ReportingContext {
        ReportingContext(
            brands: PlantedArchive.usual.map { brand, _ in
                Brand(
                    id: brand, name: brand.value.capitalized, kind: .own, names: ["x"],
                    place: .sample)
            },
            categories: [],
            routing: Routing(
                timeZone: "UTC", teams: [.support], routes: [], defaultTeam: "support",
                severityRules: []),
            rulesHash: "0", programVersion: "0")
    }
}
