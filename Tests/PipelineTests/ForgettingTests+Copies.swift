import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Copies of the archive that still have what was erased.
extension ForgettingTests {
    @Test func `copies of the archive that keep what was erased are named until they are gone`()
        async throws
    {
        _ = try await folder.crawl()
        let name = "earshot.sqlite.before-restore-20261101T000000Z"
        let copy = folder.workspace.path + "/" + name
        try FileManager.default.copyItem(atPath: folder.workspace.archivePath, toPath: copy)
        // Of a restore that was ended.
        try folder.write("", to: "earshot.sqlite.77.tmp")
        try folder.write("", to: "earshot.sqlite.77.tmp-journal")
        try folder.write("", to: "earshot.sqlitecopy")
        let doctor = Doctor(workspace: folder.workspace)
        func notes() throws -> [String] {
            try doctor.examine(isFull: false, now: .crawlDay(0)).notes.filter {
                $0.contains("what was erased")
            }
        }
        #expect(try notes().isEmpty)
        let before = try doctor.examine(isFull: false, now: .crawlDay(0)).copies
        #expect(before.map(\.file) == ["earshot.sqlite.77.tmp", name])
        #expect(before.map(\.isUnfinished) == [true, false])
        let erasure = try forget(.author(author, sources: []))
        #expect(erasure.copiesLeft == [name])
        #expect(try !folder.writtenFiles().contains { $0.contains(".77.tmp") })
        let report = try doctor.examine(isFull: false, now: .crawlDay(0))
        #expect(report.copies.map(\.file) == [name])
        #expect(report.copies.map(\.erasuresMissed) == [1])
        #expect(try notes().map { $0.hasPrefix("\(copy): holds") } == [true])
        try FileManager.default.removeItem(atPath: copy)
        #expect(try notes().isEmpty)
        #expect(try forget(.text("świetny")).copiesLeft == nil)
    }

    @Test func `a backup is taken through what it missed when it is restored`() async throws {
        _ = try await folder.crawl()
        let backup = Backup(workspace: folder.workspace)
        let path = folder.workspace.path + "/kept.sqlite"
        #expect(try backup.write(to: path, replacesFile: false).erasuresRepeated == nil)
        _ = try forget(.author(author, sources: []))
        let report = try backup.restore(from: path, now: .crawlDay(1))
        #expect(report.erasuresRepeated == 1 && report.entries == 2)
        #expect(report.keyIsMissing == false)
        #expect(try folder.texts() == ["Zefirnet dawno temu", "Zefirnet jest świetny"])
        try Data(repeating: 7, count: 32).write(to: URL(filePath: keyPath))
        let files = try folder.writtenFiles()
        #expect(
            isRefused(
                #expect(throws: RunError.self) {
                    _ = try backup.restore(from: path, now: .crawlDay(1))
                }))
        #expect(try folder.writtenFiles() == files)
        try FileManager.default.removeItem(atPath: keyPath)
        let keyless = try backup.restore(from: path, now: .crawlDay(2))
        #expect(keyless.erasuresRepeated == 0 && keyless.erasuresLeft == 1)
        #expect(keyless.keyIsMissing == true)
    }
}
