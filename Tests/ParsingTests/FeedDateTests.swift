import Foundation
import Model
import Parsing
import Testing

struct FeedDateTests {
    @Test(arguments: [
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
        ("-26-11", "2026-11-01T00:00:00Z"),
        ("-2611", "2026-11-01T00:00:00Z"),
    ])
    func `a date is read in every form that feeds have`(text: String, moment: String) {
        #expect(FeedDate.date(text).map(ContractJSON.timestamp) == moment)
    }

    @Test(arguments: [
        "", "never", "yesterday", "Mon, 30 Feb 2026 10:00:00 GMT", "2026-13-01", "2026-11-31",
        "2027-02-29", "2026-11-19T25:00:00Z", "2026-11-19T08:60:00Z", "2026-11-19T08:30:00+99:00",
        "2026-11-19T08:30:00Zjunk", "0001-01-01T00:00:00Z", "Thu, 32 Nov 2026 08:30:00 GMT", "12",
        "99999999999999999999", "Thu, 19 Foo 2026 08:30:00 GMT", "19 Nov", "13.13.2026",
        "1763541000", "26323", "-2613", "-1", "19.11.2026 25.00", "19 Nov 2026 13:00 p.m.",
        "Thu, 19 Nov 2026 08:30:00 XYZ",
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

    @Test func `every day of sixty years is the day it says`() {
        var expected = 0.0
        for year in 1970..<2030 {
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
