import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct UnreadProgramTests {
    @Test func `parse reads a document that was kept as the run read it`() throws {
        let hasEntry = Mutex(true)
        let server = try LoopbackServer { request in
            guard request.path == "/feed" else { return .init(404) }
            let item = "<item><guid>1</guid><description>Zefirnet</description></item>"
            let items = hasEntry.withLock(\.self) ? item : ""
            // Zażółć, which only the Content-Type says how to read.
            let title: [UInt8] = [0x5A, 0x61, 0xBF, 0xF3, 0xB3, 0xE6]
            return .init(
                headers: [("Content-Type", "text/xml; charset=windows-1250")],
                body: Array("<rss version=\"2.0\"><channel><title>".utf8) + title
                    + Array("</title>\(items)</channel></rss>".utf8))
        }
        defer { server.stop() }
        let folder = try SampleFolder(copying: ["rules"])
        try folder.write(
            """
            fetching: {allow_networks: [127.0.0.0/8], pause_per_host: 0s}
            sources: [{id: town, name: Town, url: '\(server.url("/feed"))'}]

            """, to: "feeds/list.yaml")
        for day in ["2026-11-22", "2026-11-23"] {
            let fetch = ["fetch", "--quiet", "--source", "town", "--now", day]
            #expect(try Program.run(fetch, in: folder.url).exitCode == 0)
            hasEntry.withLock { $0 = false }
        }
        let kept = "unreadable/town.document"
        let parsed = try Program.run(["parse", kept], in: folder.url)
        #expect(parsed.exitCode == 0)
        #expect(parsed.output.contains("\"title\" : \"Zażółć\""))
        #expect(parsed.output.contains("\"entries\" : [\n\n  ]"))
        let check = try Program.run(["feeds", "check", "--now", "2026-11-23"], in: folder.url)
        #expect(check.output.contains("see what `earshot parse \(kept)` makes of it"))
    }
}
