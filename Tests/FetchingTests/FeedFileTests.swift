import Fetching
import Foundation
import Glibc
import Model
import Testing

/// Reads files from a folder of its own, which goes with the test.
final class FeedFileTests {
    private let folder: String
    private let fetcher: Fetcher

    init() throws {
        folder = NSTemporaryDirectory() + "feed-files-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: "\(folder)/feeds", withIntermediateDirectories: true)
        try Data("<rss/>".utf8).write(to: URL(filePath: "\(folder)/feeds/a.xml"))
        fetcher = try Fetcher(settings: .loopback, workspace: folder)
    }

    deinit {
        // Left over, it would lie in the temporary folder of the machine.
        try? FileManager.default.removeItem(atPath: folder)
    }

    @Test func `a file is read from the workspace or its full path`() async throws {
        for path in ["feeds/a.xml", "\(folder)/feeds/a.xml"] {
            let (result, timing) = try #require(await fetcher.result(of: .file(path)))
            #expect(result.text == "<rss/>")
            #expect(result.document?.bodyHash == FetchRequest.hashOfSample)
            #expect(timing.decodedBytes == 6)
            #expect(timing.status == nil)
        }
    }

    @Test func `a file with the same bytes is not modified`() async throws {
        let hash = FetchRequest.hashOfSample
        let outcome = await fetcher.result(of: .file("feeds/a.xml", bodyHash: hash))
        #expect(outcome?.result.isNotModified == true)
    }

    @Test func `an empty file is a document of no bytes`() async throws {
        try Data().write(to: URL(filePath: "\(folder)/empty"))
        #expect(await fetcher.result(of: .file("empty"))?.result.document?.body == [])
    }

    @Test(arguments: [
        ("nothing.xml", "/nothing.xml is not there; check the path"),
        ("feeds", "/feeds is a folder; write the path of a file in it"),
        ("feeds/a.xml/b", "/b is not there; check the path"),
        ("/dev/null", "/dev/null is not a regular file; write the path of one"),
    ])
    func `what is not a readable file is a failure`(path: String, message: String) async throws {
        let failure = await fetcher.result(of: .file(path))?.result.failure
        #expect(failure?.kind == .file)
        #expect(failure?.message.contains(message) == true, "\(failure?.message ?? "none")")
    }

    @Test func `a pipe is not waited for`() async throws {
        #expect(unsafe mkfifo("\(folder)/pipe", 0o600) == 0)
        let failure = await fetcher.result(of: .file("pipe"))?.result.failure
        #expect(failure?.message.hasSuffix("is not a regular file; write the path of one") == true)
    }

    @Test func `a file may be as long as its limit, and not a byte longer`() async throws {
        let whole = await fetcher.result(of: .file("feeds/a.xml", limits: .bytes(6)))
        #expect(whole?.result.text == "<rss/>")
        let failure = await fetcher.result(of: .file("feeds/a.xml", limits: .bytes(5)))?.result
            .failure
        #expect(failure?.kind == .tooLarge)
    }
}
