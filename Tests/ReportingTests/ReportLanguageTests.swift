import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

struct ReportLanguageTests {
    private static func digest(in language: ReportLanguage) -> Digest {
        SampleReports.digest(
            of: SampleNews.today, previous: SampleNews.yesterday,
            context: .sample(in: language))
    }

    private static let spoken: [(ReportLanguage, [String])] = [
        (
            .polish,
            [
                "Zefirnet: 13 wzmianek (9 historii), o 44% więcej niż dzień wcześniej; "
                    + "Kawka: 4 wzmianki (4 historie), dzień wcześniej 4.",
                "Zefirnet: negatywne 9, pozytywne 1, neutralne i inne 3 z 13, ton netto −0,67; "
                    + "Kawka: negatywne 0, pozytywne 1, neutralne i inne 3 z 4, ton netto +0,25.",
                "7 wpisów (7 historii) czeka na odpowiedź, w tym 1 o pilności krytycznej, "
                    + "pierwszy do pon. 23 lis 2026, 09:00; "
                    + "braki w 2 z 7 kanałów, więc prawdziwe liczby mogą być wyższe.",
                "Zefirnet: 9 negatywnych wzmianek (5 historii), dzień wcześniej 2, tydzień "
                    + "wcześniej 0.",
                "Zefirnet: 7 zgłoszeń awarii lub kryzysu (3 historie), dzień wcześniej 0, "
                    + "tydzień wcześniej 0.",
                "Na 7 kanałów: nie do pobrania 1 (Echo Mazowsza) i milczy dłużej niż zwykle 1 "
                    + "(Jūrmalas forums). Tego, co tam powiedziano, brakuje w każdej liczbie "
                    + "tutaj, więc prawdziwe mogą być wyższe. Dzień wcześniej nie przyniosły "
                    + "żadnego z 13 wpisów o markach.",
            ]
        ),
        (
            .latvian,
            [
                "Zefirnet: 13 pieminējumu (9 stāsti), par 44% vairāk nekā dienu iepriekš; "
                    + "Kawka: 4 pieminējumi (4 stāsti), dienu iepriekš 4.",
                "Zefirnet: negatīvi 9, pozitīvi 1, neitrāli un citi 3 no 13, kopējā noskaņa "
                    + "−0,67; Kawka: negatīvi 0, pozitīvi 1, neitrāli un citi 3 no 4, kopējā "
                    + "noskaņa +0,25.",
                "7 ieraksti (7 stāsti) gaida atbildi, no tiem 1 ar kritisku steidzamību, "
                    + "pirmais līdz pirmd. 23. nov. 2026, 09:00; "
                    + "nepilnīgi dzirdamas 2 no 7 plūsmām, tāpēc patiesie skaitļi var būt lielāki.",
                "Zefirnet: 9 negatīvi pieminējumi (5 stāsti), dienu iepriekš 2, nedēļu iepriekš "
                    + "0.",
                "Zefirnet: 7 ziņas par avāriju vai krīzi (3 stāsti), dienu iepriekš 0, nedēļu "
                    + "iepriekš 0.",
                "Plūsmu skaits 7: neizdevās ielādēt 1 (Echo Mazowsza) un klusē ilgāk nekā parasti "
                    + "1 (Jūrmalas forums). Tur teiktā trūkst katrā skaitlī šeit, tāpēc patiesie "
                    + "var būt lielāki. Dienu iepriekš tās nedeva nevienu no 13 ierakstiem par "
                    + "zīmoliem.",
            ]
        ),
    ]

    @Test(arguments: spoken)
    func `a digest speaks the language asked for`(language: ReportLanguage, sentences: [String]) {
        let digest = Self.digest(in: language)
        #expect(
            digest.headlines + digest.alerts.map(\.sentence) + [digest.health.sentence]
                == sentences)
    }

    @Test(arguments: [
        (
            ReportLanguage.polish,
            [
                "Zefirnet i Kawka: ani jednej wzmianki w dobie do pon. 23 lis 2026, 06:00; "
                    + "dzień wcześniej też żadnej.",
                "Nic nie usłyszano, więc nie ma tonu do opisania.",
                "Nic nie czeka na odpowiedź; nie ustawiono żadnych kanałów.",
            ]
        ),
        (
            .latvian,
            [
                "Zefirnet un Kawka: neviena pieminējuma diennaktī līdz pirmd. 23. nov. 2026, "
                    + "06:00; dienu iepriekš arī neviena.",
                "Nekas nav dzirdēts, tāpēc nav arī noskaņas, ko aprakstīt.",
                "Nekas negaida atbildi; nav iestatīta neviena plūsma.",
            ]
        ),
    ])
    func `a quiet day is told in the language asked for`(
        language: ReportLanguage, sentences: [String]
    ) {
        let digest = SampleReports.digest(of: [], health: [], context: .sample(in: language))
        #expect(digest.headlines == sentences)
    }

    @Test(arguments: [
        (
            ReportLanguage.polish,
            [
                "Przez 84 dni: Zefirnet 493 wzmianki (479 historii), 5,9 dziennie; "
                    + "Kawka 469 wzmianek (469 historii), 5,6 dziennie.",
                "Dni odbiegające od normy: 2 skoki, najostrzejszy – Zefirnet: 40 wzmianek "
                    + "(30 historii), wt. 17 lis 2026; w takie dni zwykle 6,2.",
                "Przez ostatnie siedem dni zyskały: „brak sygnału”, „infolinia zajęta” i "
                    + "„rekompensatą”; braki w 2 z 7 kanałów, więc prawdziwe liczby mogą być "
                    + "wyższe.",
            ]
        ),
        (
            .latvian,
            [
                "84 dienās: Zefirnet 493 pieminējumi (479 stāsti), 5,9 dienā; "
                    + "Kawka 469 pieminējumi (469 stāsti), 5,6 dienā.",
                "Neparastas dienas: 2 lēcieni, krasākais – Zefirnet: 40 pieminējumu (30 stāstu), "
                    + "otrd. 17. nov. 2026; šādās dienās parasti 6,2.",
                "Pēdējās septiņās dienās biežāki kļuva: „brak sygnału”, „infolinia zajęta” un "
                    + "„rekompensatą”; nepilnīgi dzirdamas 2 no 7 plūsmām, tāpēc patiesie skaitļi "
                    + "var būt lielāki.",
            ]
        ),
    ])
    func `a trend report speaks the language asked for`(
        language: ReportLanguage, sentences: [String]
    ) {
        let trends = SampleReports.trends(of: SampleNews.course, context: .sample(in: language))
        #expect(trends.headlines == sentences)
    }

    @Test(arguments: ReportLanguage.allCases)
    func `figures are the same in every language`(language: ReportLanguage) throws {
        let digest = Self.digest(in: language)
        let english = Self.digest(in: .english)
        #expect(digest.origin.language == language)
        #expect(digest.totals == english.totals)
        #expect(digest.brands.map(\.counts) == english.brands.map(\.counts))
        #expect(digest.needsAnswer.counts == english.needsAnswer.counts)
        #expect(digest.mentions.items.map(\.id) == english.mentions.items.map(\.id))
    }

    @Test(arguments: [
        (ReportLanguage.english, "Needs an answer", "Complaint", "Daily digest"),
        (.polish, "Czeka na odpowiedź", "Skarga", "Przegląd dnia"),
        (.latvian, "Gaida atbildi", "Sūdzība", "Dienas apskats"),
    ])
    func `a page is in the language of its digest`(
        language: ReportLanguage, heading: String, category: String, title: String
    ) throws {
        let page = try DigestPage.html(of: Self.digest(in: language))
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains(heading))
        #expect(page.contains(category))
        #expect(page.contains(title))
    }
}
