import Foundation
import Pipeline
import Testing

struct AskedMomentTests {
    private static func time(_ date: Date) -> String { date.formatted(.iso8601) }

    @Test(arguments: [
        ("2026-11-22", "2026-11-21T23:00:00Z", "2026-11-22T23:00:00Z"),
        // The clocks are changed on that day, which has 25 hours.
        ("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        ("2026-11-22T06:00:00Z", "2026-11-22T06:00:00Z", "2026-11-22T06:00:00Z"),
    ])
    func `a day alone is the reader's, from midnight to midnight`(
        text: String, start: String, end: String
    ) throws {
        let moment = try #require(AskedMoment(text))
        #expect(Self.time(moment.start(in: "Europe/Warsaw")) == start)
        #expect(Self.time(moment.end(in: "Europe/Warsaw")) == end)
    }

    @Test(arguments: ["2026-13-01", "2026-11-31", "2026-11", "yesterday", "22-11-2026", ""])
    func `what is neither a time nor a day is none`(text: String) {
        #expect(AskedMoment(text) == nil)
    }

    @Test func `a workspace takes days as its rules' clocks have them, the last one whole`() throws
    {
        let folder = try TestWorkspace()
        let (start, end) = try folder.workspace.moments(
            from: AskedMoment("2026-11-16"), to: AskedMoment("2026-11-22"))
        #expect(start.map(Self.time) == "2026-11-15T23:00:00Z")
        #expect(end.map(Self.time) == "2026-11-22T23:00:00Z")
        #expect(try folder.workspace.moments(from: nil, to: nil).end == nil)
        let first = try folder.workspace.start(of: AskedMoment("2026-11-16"))
        #expect(first.map(Self.time) == "2026-11-15T23:00:00Z")
        #expect(try folder.workspace.start(of: nil) == nil)
    }

    @Test func `a time to the second needs no rules`() throws {
        let folder = try TestWorkspace()
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/rules")
        let start = try folder.workspace.start(of: AskedMoment("2026-11-16T06:00:00Z"))
        #expect(start.map(Self.time) == "2026-11-16T06:00:00Z")
    }
}
