import Model
import TestSupport
import Testing

@testable import Reporting

/// How reports tell days, times, weeks and ages.
struct ReportDatesTests {
    @Test(arguments: [
        (
            ReportLanguage.english, "Mon 23 Nov 2026, 06:00", "Monday, 23 November 2026"
        ),
        (.polish, "pon. 23 lis 2026, 06:00", "poniedziałek, 23 listopada 2026"),
        (.latvian, "pirmd. 23. nov. 2026, 06:00", "pirmdiena, 2026. gada 23. novembris"),
    ])
    func `dates are written as the language writes them`(
        language: ReportLanguage, short: String, long: String
    ) {
        let moment = LocalCalendar(timeZone: "Europe/Riga").moment(of: .at("2026-11-23T04:00:00Z"))
        #expect(ReportWords(language).dateAndTime(moment) == short)
        #expect(ReportWords(language).longDate(moment) == long)
    }

    @Test(arguments: [
        (40, "40 min old", "40 min temu", "pirms 40 min"),
        (180, "3 h old", "3 godz. temu", "pirms 3 h"),
        (2 * 1_440, "2 days old", "2 dni temu", "pirms 2 dienām"),
        (21 * 1_440, "21 days old", "21 dni temu", "pirms 21 dienas"),
    ])
    func `ages are told in minutes, hours and days`(
        minutes: Int, english: String, polish: String, latvian: String
    ) {
        #expect(PageWords(.english).age(inMinutes: minutes) == english)
        #expect(PageWords(.polish).age(inMinutes: minutes) == polish)
        #expect(PageWords(.latvian).age(inMinutes: minutes) == latvian)
    }

    @Test(arguments: [
        ("2026-10-24T23:30:00Z", "Europe/Warsaw", "01:30"),
        ("2026-10-25T00:00:00Z", "Europe/Warsaw", "02:00 UTC+2"),
        ("2026-10-25T00:59:00Z", "Europe/Warsaw", "02:59 UTC+2"),
        ("2026-10-25T01:00:00Z", "Europe/Warsaw", "02:00 UTC+1"),
        ("2026-10-25T02:00:00Z", "Europe/Warsaw", "03:00"),
        ("2026-10-25T01:10:00Z", "Europe/Riga", "03:10 UTC+2"),
        ("2026-03-29T01:00:00Z", "Europe/Warsaw", "03:00"),
        ("2026-11-01T05:30:00Z", "America/New_York", "01:30 UTC−4"),
        ("2026-04-04T15:10:00Z", "Australia/Lord_Howe", "01:40 UTC+10:30"),
    ])
    func `a time that the clock shows twice is told with its offset`(
        date: String, zone: String, told: String
    ) {
        let moment = LocalCalendar(timeZone: zone).moment(of: .at(date))
        #expect(ReportWords(.english).time(moment) == told)
    }

    @Test func `the two hours of the night that summer time ends can be told apart`() {
        let window = Digest.Window(
            after: .at("2026-10-25T00:00:00Z"), through: .at("2026-10-25T01:00:00Z"),
            timeZone: "Europe/Warsaw")
        #expect(
            ReportWords(.english).period(.hour, window)
                == "Sun 25 Oct 2026, 02:00 UTC+2 – 02:00 UTC+1")
    }

    @Test(arguments: [
        ("2026-W47", "16–22 Nov", "16–22 lis", "16.–22. nov."),
        ("2026-W44", "26 Oct – 1 Nov", "26 paź – 1 lis", "26. okt. – 1. nov."),
        ("2026-W53", "28 Dec – 3 Jan", "28 gru – 3 sty", "28. dec. – 3. janv."),
        ("2026-W54", "2026-W54", "2026-W54", "2026-W54"),
    ])
    func `a week is told by its days`(
        name: String, english: String, polish: String, latvian: String
    ) {
        #expect(ReportWords(.english).week(name) == english)
        #expect(ReportWords(.polish).week(name) == polish)
        #expect(ReportWords(.latvian).week(name) == latvian)
    }
}
