import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// The key by which receipts know what was erased.
extension ForgettingTests {
    var keyPath: String { folder.workspace.path + "/.earshot-key" }

    func isRefused(_ error: RunError?) -> Bool {
        error?.description.contains("is not the key that the archive's pseudonyms") == true
    }

    @Test func `by another key nothing is taken in, erased or looked for`() async throws {
        _ = try await folder.crawl()
        _ = try forget(.author(author, sources: ["forum"]))
        let key = try folder.read(".earshot-key")
        try Data(repeating: 7, count: 32).write(to: URL(filePath: keyPath))
        #expect(
            isRefused(await #expect(throws: RunError.self) { _ = try await folder.crawl() }))
        #expect(isRefused(#expect(throws: RunError.self) { _ = try forget(.url(link)) }))
        #expect(
            isRefused(
                #expect(throws: RunError.self) {
                    _ = try folder.workspace.pseudonyms(of: author, at: "forum")
                }))
        let notes = try Doctor(workspace: folder.workspace).examine(
            isFull: false, now: .crawlDay(0)
        ).notes
        #expect(notes.contains { $0.contains("is not the key that") })
        try key.write(to: URL(filePath: keyPath))
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 0)
        #expect(try finds(word, author).isEmpty)
    }

    @Test func `a new archive goes by the key of the receipts`() async throws {
        _ = try await folder.crawl()
        _ = try forget(.author(author, sources: []))
        try removeArchive()
        try FileManager.default.removeItem(atPath: keyPath)
        let gone = await #expect(throws: RunError.self) { _ = try await folder.crawl() }
        #expect(gone?.description.contains("`earshot doctor --new-key`") == true)
        try Data(repeating: 7, count: 32).write(to: URL(filePath: keyPath))
        #expect(
            isRefused(await #expect(throws: RunError.self) { _ = try await folder.crawl() }))
        _ = try Doctor(workspace: folder.workspace).beginNewPseudonyms()
        #expect(try await folder.crawl().newEntries == 4)
    }

    @Test func `where a key is lost for good, pseudonyms begin anew when somebody says so`()
        async throws
    {
        _ = try await folder.crawl()
        _ = try forget(.text("pogoda"))
        try FileManager.default.removeItem(atPath: keyPath)
        let doctor = Doctor(workspace: folder.workspace)
        _ = try doctor.beginNewPseudonyms()
        let attributes = try FileManager.default.attributesOfItem(atPath: keyPath)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        site.at(
            "/feed", document: postRSS([Post(id: "9", author: author, text: "Zefirnet", day: 1)]))
        #expect(try await folder.crawl(at: .crawlDay(2)).newEntries == 1)
        let notes = try doctor.examine(isFull: false, now: .crawlDay(0)).notes
        #expect(notes.contains { $0.contains("1 of the receipts are of another key") })
    }

    @Test func `an erasure that nobody can repeat by another key is not said to be repeated`()
        async throws
    {
        _ = try await folder.crawl()
        let backup = Backup(workspace: folder.workspace)
        let path = folder.workspace.path + "/kept.sqlite"
        _ = try backup.write(to: path, replacesFile: false)
        _ = try forget(.author(author, sources: []))
        _ = try forget(.text("świetny"))
        try FileManager.default.removeItem(atPath: keyPath)
        #expect(try backup.restore(from: path, now: .crawlDay(1)).erasuresLeft == 2)
        let doctor = Doctor(workspace: folder.workspace)
        #expect(try doctor.beginNewPseudonyms() != nil)
        #expect(try doctor.beginNewPseudonyms() == nil)
        _ = try await folder.crawl(at: .crawlDay(2))
        #expect(try folder.texts().contains("Zefirnet jest świetny"))
        let notes = try doctor.examine(isFull: false, now: .crawlDay(0)).notes
        #expect(notes.contains { $0.contains("2 of the receipts are of another key") })
    }
}
