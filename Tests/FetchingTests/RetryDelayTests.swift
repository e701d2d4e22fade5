import Foundation
import Testing

import Model
@testable import Fetching

struct RetryDelayTests {
    /// Sunday, 22 November 2026, 06:00 UTC.
    private let now = Date(timeIntervalSince1970: 1_795_327_200)

    @Test(arguments: [
        ("120", 120), (" 7 ", 7), ("604800", 604_800), ("604801", 604_800),
        ("99999999999999999999999", 604_800),
        ("Sun, 22 Nov 2026 06:00:30 GMT", 30), ("Sunday, 22-Nov-26 06:01:00 GMT", 60),
        ("Sun Nov 22 07:00:00 2026", 3_600), ("Mon, 23 Nov 2026 06:00:00 gmt", 86_400),
        ("Thu, 01 Jan 2099 00:00:00 GMT", 604_800),
    ])
    func `whole seconds or a date, seven days at most`(value: String, seconds: Int) {
        #expect(retryDelay(value, now: now) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "0", "-5", "+5", "1.5", "1e3", "soon", "١٢", "Sun, 22 Nov 2026 06:00:00 GMT",
        "Fri, 24 Oct 2015 07:28:00 GMT", "22 Nov 2026", "Sun, 22 Nov 2026 25:00:00 GMT",
        "Sun, 32 Nov 2026 06:00:00 GMT", "Sun, 22 Nop 2026 06:00:00 GMT",
        "Sun, 22 Nov 2026 06:00:30 CET", "Sun, 22 Nov 20266 06:00:30 GMT",
    ])
    func `anything else, and the past, is not stated`(value: String) {
        #expect(retryDelay(value, now: now) == nil)
    }
}

struct HTTPDateTests {
    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600),
        ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
        ("Wednesday, 01-Jan-70 00:00:00 GMT", 3_155_760_000),
    ])
    func `the three forms of RFC 9110 are read`(text: String, seconds: Double) {
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        #expect(HTTPDate.date(text, now: now)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "Tue, 31 Feb 2026 12:00:00 GMT", "Sat, 29 Feb 2025 12:00:00 GMT",
        "Mon, 29 Feb 2100 12:00:00 GMT", "Tue, 31 Nov 2026 06:00:30 GMT",
        "Wednesday, 30-Feb-94 08:49:37 GMT", "Tue Feb 30 08:49:37 2027",
        "Sun, 00 Nov 2026 06:00:00 GMT", "Fri, 32 Dec 2026 06:00:00 GMT",
    ])
    func `a day that its month does not have is none`(text: String) {
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        #expect(HTTPDate.date(text, now: now) == nil)
    }

    @Test(arguments: [
        ("Thu, 31 Dec 2026 00:00:00 GMT", 1_798_675_200.0),
        ("Tue, 30 Nov 2027 00:00:00 GMT", 1_827_532_800),
    ])
    func `the last day of a month is read`(text: String, seconds: Double) {
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        #expect(HTTPDate.date(text, now: now)?.timeIntervalSince1970 == seconds)
    }
}
