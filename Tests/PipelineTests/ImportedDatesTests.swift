import Foundation
import Model
import Pipeline
import Testing

/// What a file's dates say together, and what is told of those that are doubtful.
struct ImportedDatesTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    private func take(_ dates: String..., isMonthFirst: Bool = false) async throws -> ImportReport {
        let rows = dates.enumerated().map { "\($0),Zefirnet \($0),\($1)\n" }
        try folder.write("id,text,date\n" + rows.joined(), to: "file")
        var options = Import.Options(now: Self.now)
        options.source = "reviews"
        options.isMonthFirst = isMonthFirst
        return try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/file")
    }

    /// In the order of the rows.
    private func dates() throws -> [String] {
        try Archive(workspace: folder.workspace).search(EntrySearch(limit: 100))
            .sorted { $0.snippet < $1.snippet }
            .map { ContractJSON.timestamp($0.date) }
    }

    private func text(_ report: ImportReport) -> String {
        EntryImportText(report, style: TerminalStyle(isOn: false)).text
    }

    @Test func `a date that can only have the month first tells of all that may`() async throws {
        let report = try await take("03/04/2026", "04/25/2026 10:00", "05-06-2026", "7.8.2026")
        #expect(report.foundMonthFirst && report.ambiguousDates == 0)
        #expect(text(report).contains("dates are read with the month first"))
        #expect(
            try dates() == [
                "2026-03-03T23:00:00Z", "2026-04-25T08:00:00Z", "2026-05-05T22:00:00Z",
                "2026-08-06T22:00:00Z",
            ])
    }

    @Test func `rows without ids that say the same stay apart where the month stands first`()
        async throws
    {
        let file = "text,date\nZefirnet,03/04/2026\nZefirnet,03/04/2026\nZefirnet,04/25/2026\n"
        try folder.write(file, to: "file")
        var options = Import.Options(now: Self.now)
        options.source = "reviews"
        let report = try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/file")
        #expect(report.newEntries == 3)
    }

    @Test func `a date that can only have the day first leaves no doubt either`() async throws {
        let report = try await take("03/04/2026", "25/04/2026")
        #expect(!report.foundMonthFirst && report.ambiguousDates == 0)
        #expect(try dates() == ["2026-04-02T22:00:00Z", "2026-04-24T22:00:00Z"])
    }

    @Test func `dates that contradict each other leave the others in doubt`() async throws {
        let report = try await take("03/04/2026", "25/04/2026", "04/25/2026", "3-4-2026")
        #expect(!report.foundMonthFirst && report.ambiguousDates == 2)
        #expect(text(report).contains("2 dates such as 03/04/2026 might be meant the other way"))
        #expect(try dates().first == "2026-04-02T22:00:00Z")
    }

    @Test func `whoever says that months come first is not told so`() async throws {
        let report = try await take("03/04/2026", "04/25/2026", isMonthFirst: true)
        #expect(!report.foundMonthFirst && report.ambiguousDates == 0)
    }

    @Test func `rows that are dated later than now are told`() async throws {
        let report = try await take("2026-11-22 08:00", "2027-05-01", "2026-11-22 07:00")
        #expect(report.futureRows == 2)
        #expect(text(report).contains("2 rows dated later than now, taken as said now"))
        #expect(try dates() == Array(repeating: "2026-11-22T06:00:00Z", count: 3))
    }

    @Test(arguments: [(nil, "2026-11-20T23:30:00Z"), ("Europe/Riga", "2026-11-20T21:30:00Z")])
    func `a column that says UTC in its name has its dates in it`(zone: String?, moment: String)
        async throws
    {
        try folder.write("text,Created (UTC)\nZefirnet,2026-11-20 23:30\n", to: "file")
        var options = Import.Options(now: Self.now)
        options.source = "reviews"
        options.mapping = ImportMapping(stated: [.published: "Created (UTC)"])
        options.timeZone = zone.flatMap { TimeZone(identifier: $0) }
        _ = try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/file")
        #expect(try dates() == [moment])
    }

    @Test func `zones that are not known are told`() async throws {
        let report = try await take("2026-11-01 10:00 XQZ", "2026-11-01 10:00 CET")
        #expect(report.unknownZones == 1)
        #expect(text(report).contains("1 date with a zone that is not known, read as without one"))
        #expect(try dates() == ["2026-11-01T09:00:00Z", "2026-11-01T09:00:00Z"])
    }
}
