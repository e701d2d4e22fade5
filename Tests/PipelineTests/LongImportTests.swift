import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Rows with more text than is kept of one entry, 256 KiB.
struct LongImportTests {
    private static let kept = 256 << 10
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    private func take(_ rows: String, isDryRun: Bool = false) async throws -> ImportReport {
        try folder.write(rows, to: "long.csv")
        var options = Import.Options(now: Date(timeIntervalSince1970: 1_795_327_200))
        options.source = "letters"
        options.isDryRun = isDryRun
        return try await Import(workspace: folder.workspace, options: options)
            .execute(folder.workspace.path + "/long.csv")
    }

    /// Words of six bytes, and a space.
    private func words(_ sizeInBytes: Int) -> String {
        String(String(repeating: "listek ", count: sizeInBytes / 7 + 1).prefix(sizeInBytes - 1))
            + "x"
    }

    @Test(arguments: [(0, 0), (1, 1)])
    func `a text is cut where there is too much of it, and not before`(more: Int, cut: Int)
        async throws
    {
        let report = try await take("id,text\n1,\(words(Self.kept + more))\n")
        #expect((report.newEntries, report.badRows, report.cutTexts) == (1, 0, cut))
        #expect(try folder.texts().map(\.utf8.count) == [Self.kept])
    }

    @Test func `it is cut between two characters`() async throws {
        // An "ż" of two bytes would begin with the last byte that is kept.
        let start = words(Self.kept - 1)
        _ = try await take("id,text\n1,\(start)żółw\n")
        #expect(try folder.texts() == [start])
    }

    @Test func `the report says how many, and so does a look beforehand`() async throws {
        let rows = "id,text\n1,\(words(Self.kept + 9))\n2,listek\n3,\(words(Self.kept + 5))\n"
        for isDryRun in [true, false] {
            let report = try await take(rows, isDryRun: isDryRun)
            #expect(report.cutTexts == 2)
            #expect(
                EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                    "2 texts of more than 256 KiB cut there; to keep all of them, split them into "
                        + "several rows\n"))
        }
        #expect(try await take(rows).knownEntries == 3)
    }

    @Test func `rows without ids that differ behind the cut are two`() async throws {
        let text = words(Self.kept + 9)
        let rows = "text\n\(text) a\n\(text) b\n"
        #expect(try await take(rows).newEntries == 2)
        #expect(try await take(rows).knownEntries == 2)
    }
}
