import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Imports that somebody ends before they are done.
struct EndedImportTests {
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
        // Twelve pieces of 100 KiB: more than is read at once.
        let rows = (1...12).map { "\($0),\(String(repeating: "listek\($0) ", count: 12_000))" }
        try folder.write("id,text\n" + rows.joined(separator: "\n") + "\n", to: "long.csv")
    }

    private func take(endsEarly: Bool) async throws -> ImportReport {
        var options = Import.Options(now: Date(timeIntervalSince1970: 1_795_327_200))
        options.source = "letters"
        let (work, path) = (
            Import(workspace: folder.workspace, options: options),
            folder.workspace.path + "/long.csv"
        )
        return try await Task {
            try await work.execute(path) { _, _ in
                if endsEarly { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
            }
        }.value
    }

    @Test func `what was read is stored, the exit code tells, and the next goes on`() async throws {
        let ended = try await take(endsEarly: true)
        #expect(ended.isPartial)
        #expect(ended.rows > 0 && ended.rows < 12 && ended.newEntries == ended.rows)
        #expect(try folder.texts().count == ended.rows)
        let words =
            "ended early, after \(ended.rows) rows; import it again, and what is stored is not "
            + "stored twice"
        let failure = try #require(ended.failure)
        #expect(failure.exitCode == 75)
        #expect(failure.description == "\(folder.workspace.path)/long.csv: \(words)")
        #expect(
            EntryImportText(ended, style: TerminalStyle(isOn: false)).text.contains(words + "\n"))

        let whole = try await take(endsEarly: false)
        #expect((whole.newEntries, whole.knownEntries) == (12 - ended.rows, ended.rows))
        #expect(whole.failure == nil)
        #expect(try folder.texts().count == 12)
    }
}
