import Foundation
import Model
import Parsing
import Testing

struct FeedDateTests {
    @Test(
        arguments: [
            // RFC 822 and what is made of it.
            ("Thu, 19 Nov 2026 08:30:00 GMT", "2026-11-19T08:30:00Z"),
            ("Thu, 19 Nov 2026 08:30:00 +0100", "2026-11-19T07:30:00Z"),
            ("19 Nov 26 08:30 EST", "2026-11-19T13:30:00Z"),
            ("Thu,19 Nov 2026 08:30:00-0330", "2026-11-19T12:00:00Z"),
            ("thu, 19 november 2026 8:30:00 +01:00", "2026-11-19T07:30:00Z"),
            ("Thu, 19 Nov 2026 08:30:00 GMT+0200", "2026-11-19T06:30:00Z"),
            ("Thu, 19 Nov 2026 08:30:00 CEST", "2026-11-19T06:30:00Z"),
            ("Thu, 19 Nov 2026 08:30:00", "2026-11-19T08:30:00Z"),
            ("Thu, 19 Nov 2026", "2026-11-19T00:00:00Z"),
            ("Thu Nov 19 08:30:00 2026", "2026-11-19T08:30:00Z"),
            ("Thu Nov 19 2026 08:30:00 GMT+0100 (CET)", "2026-11-19T07:30:00Z"),
            ("November 19th, 2026 8:30 PM", "2026-11-19T20:30:00Z"),
            ("Thu, 19 Nov 2026 12:05 am", "2026-11-19T00:05:00Z"),
            ("Thu, 31 Dec 1998 23:59:60 GMT", "1998-12-31T23:59:59Z"),
            ("P, 23 nov 2026 10:00:00 +0200", "2026-11-23T08:00:00Z"),
            ("T, 25 nov 2026 10:00:00 +0200", "2026-11-25T08:00:00Z"),
            ("Чт, 26 ноя 2026 10:00:00 +0300", "2026-11-26T07:00:00Z"),
            ("12 фев 2026 10:00", "2026-02-12T10:00:00Z"),
            // RFC 3339, W3CDTF, ISO 8601.
            ("2026-11-19T08:30:00Z", "2026-11-19T08:30:00Z"),
            ("2026-11-19t08:30:00.123456+02:00", "2026-11-19T06:30:00Z"),
            ("2026-11-19T08:30+0200", "2026-11-19T06:30:00Z"),
            ("2026-11-19T08:30:00 Europe/Warsaw", "2026-11-19T07:30:00Z"),
            ("2026-07-01 12:00 Europe/Warsaw", "2026-07-01T10:00:00Z"),
            ("Wed, 01 Jul 2026 12:00 ET", "2026-07-01T16:00:00Z"),
            ("Thu, 19 Nov 2026 12:00 ET", "2026-11-19T17:00:00Z"),
            ("2026-03-29 01:59 europe/riga", "2026-03-28T23:59:00Z"),
            ("2026-11-19 08:30:00", "2026-11-19T08:30:00Z"),
            ("2026-11-19", "2026-11-19T00:00:00Z"),
            ("2026-11", "2026-11-01T00:00:00Z"),
            ("2026", "2026-01-01T00:00:00Z"),
            ("20261119T083000Z", "2026-11-19T08:30:00Z"),
            ("20261119083000", "2026-11-19T08:30:00Z"),
            ("2026-323", "2026-11-19T00:00:00Z"),
            ("2026-11-19T24:00:00Z", "2026-11-20T00:00:00Z"),
            ("2028-02-29T00:00:00Z", "2028-02-29T00:00:00Z"),
            // Day first, in numbers and in words.
            ("19.11.2026 08:30", "2026-11-19T08:30:00Z"),
            ("19/11/2026", "2026-11-19T00:00:00Z"),
            ("11/19/2026", "2026-11-19T00:00:00Z"),
            ("5 marca 2026, 14:05", "2026-03-05T14:05:00Z"),
            ("czw., 19 listopada 2026 r., godz. 8:30", "2026-11-19T08:30:00Z"),
            ("Wt paź 06, 2026 8:05 pm", "2026-10-06T20:05:00Z"),
            ("1 września 2026", "2026-09-01T00:00:00Z"),
            ("2026. gada 5. martā plkst. 14:30", "2026-03-05T14:30:00Z"),
            ("Ceturtdiena, 19. novembris, 2026", "2026-11-19T00:00:00Z"),
            ("3. jūlijā 2026", "2026-07-03T00:00:00Z"),
            ("19. März 2026, 8:30 Uhr", "2026-03-19T08:30:00Z"),
            ("19 août 2026", "2026-08-19T00:00:00Z"),
            ("19 août 2026 à 14h05", "2026-08-19T14:05:00Z"),
            ("19.11.2026, godz. 14.05", "2026-11-19T14:05:00Z"),
            ("2026. gada 19. novembrī, 8.30", "2026-11-19T08:30:00Z"),
            ("19 Nov 2026 8:30 p.m.", "2026-11-19T20:30:00Z"),
            ("чт, 19 ноября 2026 г., 08:30", "2026-11-19T08:30:00Z"),
            ("19 листопада 2026 р.", "2026-11-19T00:00:00Z"),
            ("2026 m. lapkričio 19 d. 08:30", "2026-11-19T08:30:00Z"),
            ("19. marraskuuta 2026 klo 8.30", "2026-11-19T08:30:00Z"),
            ("torsdag 19 mars 2026 kl. 08.30", "2026-03-19T08:30:00Z"),
            ("Πέμ, 19 Νοέ 2026 08:30:00 EST", "2026-11-19T13:30:00Z"),
            ("2026-március-19T8:30+02:00", "2026-03-19T06:30:00Z"),
            ("19 de novembro de 2026", "2026-11-19T00:00:00Z"),
            // Weekdays in cases and languages of all kinds, and words of the page.
            ("w czwartek, 5 marca 2026", "2026-03-05T00:00:00Z"),
            ("środę, 4 listopada 2026", "2026-11-04T00:00:00Z"),
            ("ceturtdien, 2026. gada 5. martā", "2026-03-05T00:00:00Z"),
            ("Ketvirtadienis, 2026 m. kovo 5 d. 14:05", "2026-03-05T14:05:00Z"),
            ("Čt, 05 Bře 2026 14:05:09 +0100", "2026-03-05T13:05:09Z"),
            ("Qui, 05 Mar 2026 14:05:09 -0300", "2026-03-05T17:05:09Z"),
            ("сб, 07 мар 2026 14:05:09 +0300", "2026-03-07T11:05:09Z"),
            ("Dodano: 5 marca 2026", "2026-03-05T00:00:00Z"),
            // Without diacritics, and months in Roman numbers.
            ("5 wrzesnia 2025", "2025-09-05T00:00:00Z"), ("5 mája 2026", "2026-05-05T00:00:00Z"),
            ("5 pazdziernika 2025", "2025-10-05T00:00:00Z"),
            ("5. janvaris 2026", "2026-01-05T00:00:00Z"),
            ("5 III 2026", "2026-03-05T00:00:00Z"), ("5.XII.2026, 14:05", "2026-12-05T14:05:00Z"),
            // Zones in words, in brackets, by place, with their plus lost, and unknown ones.
            (
                "Thu Mar 05 2026 14:05:09 GMT+0100 (Central European Standard Time)",
                "2026-03-05T13:05:09Z"
            ),
            ("Thu, 05 Mar 2026 14:05:09 MEZ", "2026-03-05T13:05:09Z"),
            ("Thu, 05 Mar 2026 14:05:09 Europe/Berlin", "2026-03-05T13:05:09Z"),
            ("Sun, 05 Jul 2026 14:05:09 America/New_York", "2026-07-05T18:05:09Z"),
            ("Sun, 05 Jul 2026 14:05:09 EST5EDT", "2026-07-05T18:05:09Z"),
            ("Thu, 05 Mar 2026 14:05:09  0100", "2026-03-05T13:05:09Z"),
            ("2026-03-05T14:05:09+01:00[Europe/Warsaw]", "2026-03-05T13:05:09Z"),
            ("2026-03-05 14:05:09 +0100 CET", "2026-03-05T13:05:09Z"),
            ("Thu, 19 Nov 2026 08:30:00 XYZ", "2026-11-19T08:30:00Z"),
            // Times in words behind a day in numbers, and blanks that hold together.
            ("2026-03-05, godz. 14:05", "2026-03-05T14:05:00Z"),
            ("2026-03-05 2:05\u{202F}PM", "2026-03-05T14:05:00Z"),
            ("2026-03-05 14:05 val.", "2026-03-05T14:05:00Z"),
            ("2026-03-05 14.05", "2026-03-05T14:05:00Z"),
            ("5 maja 2026 r. o godzinie 14:05", "2026-05-05T14:05:00Z"),
            ("5\u{A0}maja 2026", "2026-05-05T00:00:00Z"),
            ("2026年3月5日 14:05", "2026-03-05T14:05:00Z"),
            // Day and month in numbers: as Americans write with hours of half a day.
            ("03/05/2026 2:05 PM", "2026-03-05T14:05:00Z"), ("03/05/2026", "2026-05-03T00:00:00Z"),
            ("25/05/2026 2:05 PM", "2026-05-25T14:05:00Z"),
            ("03.05.2026 2:05 PM", "2026-05-03T14:05:00Z"),
            // Dots in times, blanks in dates, hours with a word they do not need, and hours alone.
            ("26.11.2026 10.00.05", "2026-11-26T10:00:05Z"),
            ("10.15, 26.11.2026", "2026-11-26T10:15:00Z"),
            ("godz. 8.05, 26 listopada 2026", "2026-11-26T08:05:00Z"),
            ("26. 11. 2026", "2026-11-26T00:00:00Z"),
            ("5. 3. 2026 7:05", "2026-03-05T07:05:00Z"),
            ("26 / 11 / 2026 10:00", "2026-11-26T10:00:00Z"),
            ("2026. 11. 26. 10:00", "2026-11-26T10:00:00Z"),
            ("11/26/2026 15:04 PM", "2026-11-26T15:04:00Z"),
            ("26 Nov 2026 0:04 AM", "2026-11-26T00:04:00Z"),
            ("November 26, 2026 at 3 PM", "2026-11-26T15:00:00Z"),
            ("26 Nov 2026, 9 a.m.", "2026-11-26T09:00:00Z"),
            // Servers' logs, XML Schema, .NET, and zones that are stated twice.
            ("26/Nov/2026:10:15:00 +0100", "2026-11-26T09:15:00Z"),
            ("2026-11-26+01:00", "2026-11-25T23:00:00Z"), ("2026-11-26Z", "2026-11-26T00:00:00Z"),
            ("26.11.2026 10:15:00:123", "2026-11-26T10:15:00Z"),
            ("Thu, 26 Nov 2026 10:15:00 CET+01:00", "2026-11-26T09:15:00Z"),
            ("Thu, 26 Nov 2026 10:15:00 EST -0500", "2026-11-26T15:15:00Z"),
            ("26/XI/2026", "2026-11-26T00:00:00Z"),
            ("Nov 26, 2026 @ 10:15", "2026-11-26T10:15:00Z"),
            // Estonian, and ordinals.
            ("26. novembril 2026 kell 10.15", "2026-11-26T10:15:00Z"),
            ("1. märts 2026", "2026-03-01T00:00:00Z"), ("5. oktoobri 2026", "2026-10-05T00:00:00Z"),
            ("202611261015", "2026-11-26T10:15:00Z"),
            ("Data publikacji: 26.11.2026", "2026-11-26T00:00:00Z"),
            ("1er mars 2026", "2026-03-01T00:00:00Z"),
            ("26-го ноября 2026 года", "2026-11-26T00:00:00Z"),
            ("ve čtvrtek 26. listopadu 2026", "2026-11-26T00:00:00Z"),
            ("-26-11", "2026-11-01T00:00:00Z"),
            // Days that blanks alone part, hours alone, and years cut short.
            ("26 11 2026", "2026-11-26T00:00:00Z"), ("26 11 2026 10:15", "2026-11-26T10:15:00Z"),
            ("11 26 2026", "2026-11-26T00:00:00Z"),
            ("2026 11 26 10:15", "2026-11-26T10:15:00Z"),
            ("2026 m. lapkričio mėn. 26 d.", "2026-11-26T00:00:00Z"),
            ("26 novembre 2026 à 10 h 15", "2026-11-26T10:15:00Z"),
            ("26 novembre 2026 à 10h", "2026-11-26T10:00:00Z"),
            ("26. Nov. 2026 | 10 Uhr", "2026-11-26T10:00:00Z"),
            ("26.11.2026 r., godz. 10", "2026-11-26T10:00:00Z"),
            ("2026. gada 26. novembrī plkst. 10", "2026-11-26T10:00:00Z"),
            ("26 Nov '26 10:15", "2026-11-26T10:15:00Z"),
            ("-2611", "2026-11-01T00:00:00Z"),
        ] as [(String, String)])
    func `a date is read in every form that feeds have`(text: String, moment: String) {
        #expect(FeedDate.date(text).map(ContractJSON.timestamp) == moment)
    }

    @Test(arguments: [
        "", "never", "yesterday", "Mon, 30 Feb 2026 10:00:00 GMT", "2026-13-01", "2026-11-31",
        "2027-02-29", "2026-11-19T25:00:00Z", "2026-11-19T08:60:00Z", "2026-11-19T08:30:00+99:00",
        "2026-11-19T08:30:00Zjunk", "0001-01-01T00:00:00Z", "Thu, 32 Nov 2026 08:30:00 GMT", "12",
        "99999999999999999999", "Thu, 19 Foo 2026 08:30:00 GMT", "19 Nov", "13.13.2026",
        "1763541000", "26323", "-2613", "-1", "19.11.2026 25.00", "19 Nov 2026 13:00 a.m.",
        "Foo Bar 19 Nov 2026", "5 XIII 2026", "Thu, 05 Mar 2026 14:05:09 AM", "14:05 Zorlex 2026",
        "19 - 20 Nov 2026", "2026-11-19-01", "202613261015",
        "3 2 2026", "12 34 2026", "26 11 26", "2026 13 26", "26 11 2026 10", "10 h 15",
        "26.11.2026 godz. 25", "26 Nov ' 10:15",
        "19 Nov 2026 14 pm", "19.11 2026", "2026-11-19 08.30.75",
        // What software writes that knows no date: the start of Unix time, and seconds in the place of
        // milliseconds.
        "Thu, 01 Jan 1970 00:00:00 +0000", "1970-01-01T01:00:00+01:00", "1970-01-21T09:52:21Z",
    ])
    func `what is no date, or an impossible one, is none`(text: String) {
        #expect(FeedDate.date(text) == nil)
    }

    @Test(arguments: [
        ("autor: Jan » 5 marca 2026, 14:05", "2026-03-05T14:05:00Z"),
        ("Posted by Ola on Thursday, 19 November 2026 at 08:30", "2026-11-19T08:30:00Z"),
        ("#12 2026-11-19 08:30", "2026-11-19T08:30:00Z"),
        ("Dodano: 19.11.2026", "2026-11-19T00:00:00Z"),
    ])
    func `a date is found behind other words`(text: String, moment: String) {
        #expect(FeedDate.date(within: text).map(ContractJSON.timestamp) == moment)
    }

    @Test func `words around numbers are not taken for a date with less than a day`() {
        #expect(FeedDate.date(within: "Black Friday 2025") == nil)
    }

    @Test func `an exporter's dates have the day first whatever their hours`() {
        let reading = FeedDate.reading("03/05/2026 2:05 PM")
        #expect(reading.map { ContractJSON.timestamp($0.date) } == "2026-05-03T14:05:00Z")
        #expect(reading?.namesZone == false)
    }

    @Test func `every day of sixty years is the day it says`() {
        var expected = 365.0 * 86_400
        for year in 1971..<2031 {
            for month in 1...12 {
                for day in 1...31 {
                    let text = "\(year)-\(Self.two(month))-\(Self.two(day))"
                    guard let date = FeedDate.date(text) else {
                        #expect(day > 28)
                        continue
                    }
                    #expect(date.timeIntervalSince1970 == expected)
                    expected += 86_400
                }
            }
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
