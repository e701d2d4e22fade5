import Foundation
import Model
import Pipeline
import Testing

struct ImportDateTests {
    private func read(_ text: String, in zone: String = "Europe/Warsaw", isMonthFirst: Bool = false)
        throws -> String?
    {
        let zone = try #require(TimeZone(identifier: zone))
        return ImportDate(timeZone: zone, isMonthFirst: isMonthFirst).reading(text)
            .map { ContractJSON.timestamp($0.date) }
    }

    @Test(arguments: [
        ("2026-11-22T14:05:00Z", "2026-11-22T14:05:00Z"),
        ("2026-11-22T14:05:00+02:00", "2026-11-22T12:05:00Z"),
        ("Sun, 22 Nov 2026 14:05:00 +0100", "2026-11-22T13:05:00Z"),
        ("1795356300", "2026-11-22T14:05:00Z"),
        ("1795356300123", "2026-11-22T14:05:00Z"),
        ("999999999999", "2001-09-09T01:46:39Z"),
        ("1795356300.123456", "2026-11-22T14:05:00Z"), ("1795356300000.0", "2026-11-22T14:05:00Z"),
        ("2026-11-22 14:05 UTC", "2026-11-22T14:05:00Z"),
        ("Sun Nov 22 2026 14:05:00 GMT+0100", "2026-11-22T13:05:00Z"),
        ("Sun Nov 22 14:05:00 UTC 2026", "2026-11-22T14:05:00Z"),
        ("20261122T140500Z", "2026-11-22T14:05:00Z"),
        ("2026-11-22 14:05 Europe/Warsaw", "2026-11-22T13:05:00Z"),
        ("2026-11-22 14:05 gmt", "2026-11-22T14:05:00Z"),
        ("2026-11-22 14:05 +1", "2026-11-22T13:05:00Z"),
    ])
    func `a date that says its zone is read in it`(text: String, moment: String) throws {
        #expect(try read(text) == moment)
        #expect(try read(text, in: "Europe/Riga") == moment)
    }

    @Test(arguments: [
        ("2026-11-22 14:05", "2026-11-22T13:05:00Z", "2026-11-22T12:05:00Z"),
        ("2026-11-22T14:05:09", "2026-11-22T13:05:09Z", "2026-11-22T12:05:09Z"),
        ("22.11.2026 14:05", "2026-11-22T13:05:00Z", "2026-11-22T12:05:00Z"),
        ("22/11/2026", "2026-11-21T23:00:00Z", "2026-11-21T22:00:00Z"),
        ("2026-07-01", "2026-06-30T22:00:00Z", "2026-06-30T21:00:00Z"),
        ("5 marca 2026, 14:05", "2026-03-05T13:05:00Z", "2026-03-05T12:05:00Z"),
        ("20261122", "2026-11-21T23:00:00Z", "2026-11-21T22:00:00Z"),
        ("202611221405", "2026-11-22T13:05:00Z", "2026-11-22T12:05:00Z"),
        ("20261122140509", "2026-11-22T13:05:09Z", "2026-11-22T12:05:09Z"),
    ])
    func `a date without a zone is that of the caller's`(text: String, warsaw: String, riga: String)
        throws
    {
        #expect(try read(text) == warsaw)
        #expect(try read(text, in: "Europe/Riga") == riga)
    }

    @Test(arguments: [
        ("Europe/Warsaw", "2027-03-28 02:30", "2027-03-28T01:30:00Z"),
        ("Europe/Warsaw", "2026-10-25 02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Riga", "2027-03-28 03:30", "2027-03-28T01:30:00Z"),
        ("Europe/Riga", "2026-10-25 03:30", "2026-10-25T00:30:00Z"),
    ])
    func `in a night in which the clocks change a time is still one moment`(
        zone: String, text: String, moment: String
    ) throws {
        #expect(try read(text, in: zone) == moment)
    }

    @Test func `whether the day or the month stands first is up to the caller`() throws {
        #expect(try read("03/04/2026") == "2026-04-02T22:00:00Z")
        #expect(try read("03/04/2026", isMonthFirst: true) == "2026-03-03T23:00:00Z")
        #expect(try read("3/14/2026 9:30", isMonthFirst: true) == "2026-03-14T08:30:00Z")
        #expect(try read("3-4-2026 9:30", isMonthFirst: true) == "2026-03-04T08:30:00Z")
        #expect(try read("Wed 03/04/2026", isMonthFirst: true) == "2026-03-03T23:00:00Z")
        // Full stops are of Europe.
        #expect(try read("03.04.2026", isMonthFirst: true) == "2026-04-02T22:00:00Z")
    }

    @Test(arguments: [
        "", "yesterday", "2026-13-01", "31.02.2026", "12", "202613221405", "123456789012345",
        "1795356300.", ".5", "1795356300.1.2", "1.7953563E9",
    ])
    func `what is no date is none`(text: String) throws {
        #expect(try read(text) == nil)
    }
}
