import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a digest says where the period that it is compared with was not heard all through.
struct ComparedPeriodTests {
    /// From Monday to Monday in Warsaw.
    private static let window = Digest.Window(
        after: .at("2026-11-15T23:00:00Z"), through: .at("2026-11-22T23:00:00Z"),
        timeZone: "Europe/Warsaw")
    private static let health = [
        FeedHealth(feed: "kurier", sourceName: "Kurier", status: .ok),
        FeedHealth(feed: "forum", sourceName: "Forum", status: .ok),
    ]

    private func digest(
        gap: (from: String, to: String)? = nil, missed: [MissedTimes.Missed] = [],
        missedBefore: [MissedTimes.Missed] = [], in language: ReportLanguage = .english
    ) throws -> Digest {
        var context = ReportingContext.sample(in: language)
        context.scope = Digest.Scope(period: .week)
        let heard = [-2.0, 2].enumerated().map { number, days in
            HeardEntry.sample(
                Int64(number + 1), "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                at: Self.window.after + days * 86_400)
        }
        let digest = DigestMaker(context: context).digest(
            Self.window, heard: HeardEntries(heard), health: Self.health,
            heardIn: ListeningTime(
                since: nil,
                gaps: [gap.map { .at($0.from)..<(.at($0.to)) }].compactMap(\.self)),
            missed: MissedTimes(missed), missedBefore: MissedTimes(missedBefore))
        let json = try ContractJSON.encode(digest)
        #expect(try JSONSchema(ContractSchema.digest.bytes).problems(in: json) == [])
        return digest
    }

    /// The weekend before the week.
    private let weekend = ("2026-11-13T23:00:00Z", "2026-11-15T23:00:00Z")

    @Test(arguments: [
        (
            ReportLanguage.english,
            " The week before not all feeds were heard all through, so rises may be smaller, and falls "
                + "larger, than told here. From Sat 14 Nov 2026, 00:00 to Mon 16 Nov 2026, 00:00 no feed "
                + "was heard: of that time only what the feeds still held later is counted, so true "
                + "counts may be higher.",
            "all 2 feeds were heard; the week before not all feeds were heard all through."
        ),
        (
            .polish,
            " Tydzień wcześniej nie przez cały czas słyszano wszystkie kanały, więc wzrosty mogą być "
                + "mniejsze, a spadki większe, niż tu podano. Od so",
            "; tydzień wcześniej nie przez cały czas słyszano wszystkie kanały."
        ),
        (
            .latvian,
            " Nedēļu iepriekš ne visu laiku bija dzirdamas visas plūsmas, tāpēc kāpumi var būt mazāki "
                + "un kritumi lielāki, nekā te norādīts. No ",
            "; nedēļu iepriekš ne visu laiku bija dzirdamas visas plūsmas."
        ),
    ])
    func `a week before without its weekend is compared with, and told to be so`(
        language: ReportLanguage, sentence: String, ending: String
    ) throws {
        let digest = try digest(gap: weekend, in: language)
        #expect(digest.brands[0].previous.unheard == nil)
        #expect(digest.brands[0].previous.before.mentions == 1)
        #expect(
            digest.health.gapsBefore
                == [ListeningHealth.Gap(from: .at(weekend.0), to: .at(weekend.1))])
        #expect(digest.health.gaps == nil)
        #expect(digest.health.sentence.contains(sentence))
        #expect(digest.headlines[2].hasSuffix(ending))
    }

    @Test func `so is one of which feeds held a part no more`() throws {
        let time = Date.at("2026-11-10T06:00:00Z")..<Date.at("2026-11-12T06:00:00Z")
        let digest = try digest(missedBefore: [MissedTimes.Missed(feed: "forum", time: time)])
        #expect(digest.health.missed == nil)
        #expect(digest.health.missedBefore?.map(\.sourceName) == ["Forum"])
        #expect(
            digest.health.sentence.contains(
                " than told here. The list of Forum does not reach back to when it was last heard"))
        #expect(
            digest.headlines[2].hasSuffix("; the week before not all feeds were heard all through.")
        )
    }

    @Test func `what was missed across the week's beginning is told once`() throws {
        let time = Date.at("2026-11-14T06:00:00Z")..<Date.at("2026-11-17T06:00:00Z")
        let missed = [MissedTimes.Missed(feed: "forum", time: time)]
        let health = try digest(missed: missed, missedBefore: missed).health
        #expect(health.missedBefore?.count == 1)
        #expect(health.missedBefore == health.missed)
        #expect(health.sentence.hasPrefix("The list of Forum does not reach back"))
        #expect(health.sentence.hasSuffix(" than told here."))
    }

    /// Three days are more than a week can lack.
    @Test(arguments: [
        ("2026-11-12T23:00:00Z", "2026-11-15T23:00:00Z", true),
        ("2026-11-06T23:00:00Z", "2026-11-08T23:00:00Z", false),
    ])
    func `nothing is said of a week that is no measure, or of one earlier`(
        from: String, to: String, isUnheard: Bool
    ) throws {
        let digest = try digest(gap: (from, to))
        #expect(digest.brands[0].previous.unheard == (isUnheard ? true : nil))
        #expect(digest.health.gapsBefore == nil)
        #expect(digest.headlines[2].hasSuffix("; all 2 feeds were heard."))
    }
}
