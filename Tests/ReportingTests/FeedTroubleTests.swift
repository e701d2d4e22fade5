import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

/// What a page says of a feed that could not be heard, in the language of the page.
struct FeedTroubleTests {
    private static let english = "forum.example answers 503: the server is overloaded"

    private func trouble(
        _ status: FeedHealth.Status, _ failure: FetchFailure? = nil, in language: ReportLanguage
    ) throws -> String {
        let health = FeedHealth(
            feed: "forum", sourceName: "Forum", status: status,
            lastNewEntryAt: Date(timeIntervalSince1970: 1_795_327_200), message: Self.english,
            failure: failure.map(FeedHealth.Failure.init))
        return PageWords(language).trouble(
            of: health, calendar: LocalCalendar(timeZone: "UTC"))
    }

    private static func failure(
        _ kind: FetchFailure.Kind, status: Int? = nil, rest: Int? = nil
    ) -> FetchFailure {
        FetchFailure(kind: kind, message: english, status: status, retryAfterSeconds: rest)
    }

    @Test(arguments: [
        (
            ReportLanguage.polish, 503, Int?(600),
            "serwer odpowiada 503: jest przeciążony albo w naprawie; następny przebieg spróbuje "
                + "znowu; prosi, by nie pytać przez 10 min"
        ),
        (
            .latvian, 503, 86_400,
            "serveris atbild 503: tas ir pārslogots vai tiek apkopts; nākamā izpilde mēģinās "
                + "vēlreiz; lūdz neaptaujāt 24 h"
        ),
        (
            .polish, 404, nil,
            "serwer odpowiada 404: pod tym adresem nic nie ma; sprawdź go, kanał mógł się przenieść"
        ),
        (.english, 503, 600, english),
    ])
    func `a status is told with its figures`(
        language: ReportLanguage, status: Int, rest: Int?, told: String
    ) throws {
        let failure = Self.failure(.status, status: status, rest: rest)
        #expect(try trouble(.failing, failure, in: language) == told)
    }

    @Test(arguments: FetchFailure.Kind.allCases, [ReportLanguage.polish, .latvian])
    func `no kind of failure is told in English, nor as another one`(
        kind: FetchFailure.Kind, language: ReportLanguage
    ) throws {
        let told = try trouble(.failing, Self.failure(kind), in: language)
        #expect(!told.isEmpty && !told.contains(Self.english))
        // Neither was asked in this run, and neither is the feed's fault.
        let alike: Set<FetchFailure.Kind> = [.postponed, .cancelled]
        for other in FetchFailure.Kind.allCases
        where other != kind && !alike.isSuperset(of: [kind, other]) {
            #expect(try trouble(.failing, Self.failure(other), in: language) != told)
        }
    }

    @Test func `a feed that is silent or was never asked is told, too`() throws {
        #expect(
            try trouble(.silent, in: .polish)
                == "od niedz. 22 lis 2026 nic nowego; sprawdź, czy strona nie przeniosła kanału")
        #expect(
            try trouble(.unheard, in: .latvian)
                == "vēl nav aptaujāta; to izdarīs kāda no nākamajām izpildēm")
    }

    @Test(arguments: [
        (ReportLanguage.polish, "od niedz. 15 lis 2026 nic nowego; sprawdź"),
        (.latvian, "kopš svētd. 15. nov. 2026 nekā jauna; pārbaudiet"),
    ])
    func `a silent feed has been so since its latest entry, whenever that was fetched`(
        language: ReportLanguage, told: String
    ) {
        let health = FeedHealth(
            feed: "forum", sourceName: "Forum", status: .silent,
            lastNewEntryAt: .at("2026-11-22T06:00:00Z"), lastEntryAt: .at("2026-11-15T06:00:00Z"),
            message: Self.english)
        let trouble = PageWords(language).trouble(
            of: health, calendar: LocalCalendar(timeZone: "UTC"))
        #expect(trouble.hasPrefix(told))
    }

    @Test func `a report of an earlier version, without kinds, keeps its message`() throws {
        #expect(try trouble(.failing, in: .polish) == Self.english)
    }

    @Test(arguments: [
        (FetchFailure.Kind?.some(.dns), ReportLanguage.polish, "<bdi lang=\"pl\">nazwa serwera"),
        (.dns, .latvian, "<bdi lang=\"lv\">servera vārdam"),
        (.dns, .english, "<bdi lang=\"en\">forum.example answers"),
        (nil, .polish, "<bdi lang=\"en\">forum.example answers"),
    ])
    func `the page says in which language the trouble is told`(
        kind: FetchFailure.Kind?, language: ReportLanguage, told: String
    ) throws {
        let health = FeedHealth(
            feed: "forum", sourceName: "Forum", status: .failing, message: Self.english,
            failure: kind.map { FeedHealth.Failure(Self.failure($0)) })
        let digest = SampleReports.digest(
            of: [], health: [health], context: .sample(in: language))
        #expect(try DigestPage.html(of: digest).contains(told))
    }

    @Test(arguments: [
        (ReportLanguage.english, "Marketing, by default team"),
        (.polish, "Marketing, zespół domyślny"), (.latvian, "Marketing, noklusētā komanda"),
    ])
    func `a team that no route chose is told in the language`(
        language: ReportLanguage, told: String
    ) throws {
        let digest = SampleReports.digest(
            of: [
                .sample(
                    1, "Zefirnet", saying: [.init(of: "zefirnet", as: "Zefirnet")],
                    team: "marketing", teamReason: "default team")
            ],
            context: .sample(in: language))
        #expect(try DigestPage.html(of: digest).contains(told))
    }
}
