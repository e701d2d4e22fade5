import Foundation
import Hashing
import Model
import Pipeline
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct SecretsTests {
    private let site: CrawlSite
    private let folder: TestWorkspace
    private let secret = "canary-\(UUID().uuidString)"

    init() throws {
        site = try CrawlSite(hosts: 2)
        folder = try TestWorkspace()
        site.at("/feed", document: numberedRSS(1...3))
        try write(secret + "\n", to: "secrets/key")
    }

    private func write(_ text: String, to path: String, permissions: Int = 0o600) throws {
        try folder.write(text, to: path)
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: folder.workspace.path + "/" + path)
    }

    private func listen(_ auth: String, _ more: String = "", at path: String = "/feed") throws {
        try folder.listen(to: [
            "id: news, name: News, url: '\(site.url(path))', auth: \(auth)\(more)"
        ])
    }

    /// The requests of one run that carry the secret, in any form, as paths at hosts.
    private func placesShown() async throws -> [String] {
        _ = try await folder.crawl()
        let encoded = Data("kasia:\(secret)".utf8).base64EncodedString()
        return site.takeRequests().filter { request in
            request.headers.contains { $0.value.contains(secret) || $0.value.contains(encoded) }
        }.map { "\($0.host)\($0.path)" }
    }

    @Test(arguments: [
        ("{user: kasia, password: 'secret:file:secrets/key'}", "Authorization", "Basic "),
        ("{bearer: 'secret:file:secrets/key'}", "Authorization", "Bearer "),
        ("{header: X-Api-Key, value: 'secret:file:secrets/key'}", "X-Api-Key", ""),
    ])
    func `a secret is sent in the way its source states`(
        auth: String, header: String, start: String
    ) async throws {
        try listen(auth)
        _ = try await folder.crawl()
        let value =
            start == "Basic " ? Data("kasia:\(secret)".utf8).base64EncodedString() : secret
        #expect(site.takeRequests().map { $0.header(header) } == [start + value])
        #expect(
            site.robotsRequests.flatMap(\.headers).filter { $0.name == header }.isEmpty)
    }

    @Test func `after a redirect it is sent within its origin only`() async throws {
        let here = site.url("/moved")
        let there = site.url("/feed", host: 2)
        site.at("/start") { _ in .init(302, headers: [("Location", here)]) }
        site.at("/moved") { _ in .init(302, headers: [("Location", there)]) }
        try listen("{bearer: 'secret:file:secrets/key'}", at: "/start")
        #expect(try await placesShown() == ["127.0.0.1/start", "127.0.0.1/moved"])
    }

    @Test func `where a move is believed in, another origin is still shown nothing`() async throws {
        try listen("{bearer: 'secret:file:secrets/key'}")
        _ = try await placesShown()
        let there = site.url("/other", host: 2)
        site.at("/other", document: numberedRSS(1...4), etag: "\"1\"")
        site.at("/feed") { _ in .init(301, headers: [("Location", there)]) }
        for day in [2.0, 4, 10] { _ = try await folder.crawl(at: .crawlDay(day)) }
        _ = site.takeRequests()
        _ = try await folder.crawl(at: .crawlDay(12))
        let requests = site.takeRequests()
        #expect(requests.map(\.path) == ["/other"])
        #expect(requests.map { $0.header("Authorization") } == [nil])
    }

    @Test func `further pages and full texts of another origin are shown nothing`() async throws {
        let feed = numberedRSS(
            1...2, link: { site.url("/story/\($0)", host: $0) },
            channel: #"<atom:link rel="next" href="\#(site.url("/older", host: 2))"/>"#)
        site.at("/feed", document: feed)
        site.at("/older", document: numberedRSS(3...4))
        try listen("{bearer: 'secret:file:secrets/key'}", ", history: true, full_text: true")
        #expect(try await placesShown() == ["127.0.0.1/feed", "127.0.0.1/story/1"])
    }

    /// As services are handed theirs, by a link to a place of the moment.
    @Test func `a secret may stand behind a link`() async throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.workspace.path + "/secrets/link", withDestinationPath: "key")
        try listen("{bearer: 'secret:file:secrets/link'}")
        #expect(try await placesShown() == ["127.0.0.1/feed"])
    }

    @Test func `a secret that is missing or open to others fails its own feed alone`()
        async throws
    {
        try write("x", to: "secrets/open", permissions: 0o640)
        try write("two\nlines", to: "secrets/lines")
        site.at("/feed/4", document: numberedRSS(1...3))
        try folder.listen(
            to: [
                "secret:env:EARSHOT_TEST_UNSET", "secret:file:secrets/none",
                "secret:file:secrets/open", "secret:file:secrets/lines", "secret:file:secrets/key",
            ].enumerated().map { index, reference in
                "id: s\(index), name: S, url: '\(site.url("/feed/\(index)"))', auth: {bearer: '\(reference)'}"
            })
        let report = try await folder.crawl()
        #expect(
            report.feeds.map(\.outcome) == ["secret", "secret", "secret", "secret", "updated"])
        let messages = report.feeds.filter(\.isFailure).compactMap(\.message)
        #expect(messages.allSatisfy { $0.wholeMatch(of: /feeds\/[a-z]+\.yaml:\d+:\d+: .*/) != nil })
        #expect(
            messages.map { $0.replacing(#/^\S+ /#, with: "") } == [
                "secret:env:EARSHOT_TEST_UNSET: the variable is not set; set it in the service's "
                    + "environment",
                "secret:file:secrets/none: the file cannot be read (No such file or directory); "
                    + "check its path",
                "secret:file:secrets/open: others may read the file; `chmod 600` it",
                "secret:file:secrets/lines: the secret is not one line of plain ASCII; correct it",
            ])
        #expect(site.takeRequests().map(\.path) == ["/feed/4"])
    }

    /// Base64 hides its letters; UTF-8 is what servers expect (RFC 7617 §2.1).
    @Test func `a password may have letters that a header line may not`() async throws {
        try write("pūce7\n", to: "secrets/password")
        try listen("{user: kasia, password: 'secret:file:secrets/password'}")
        _ = try await folder.crawl()
        #expect(
            site.takeRequests().map { $0.header("Authorization") }
                == ["Basic " + Data("kasia:pūce7".utf8).base64EncodedString()])
        try listen("{bearer: 'secret:file:secrets/password'}")
        await #expect(throws: RunError.self) { try await folder.crawl(at: .crawlDay(2)) }
        #expect(site.takeRequests().isEmpty)
    }

    @Test func `a feed whose secret is there again is asked in the next run`() async throws {
        site.at("/feed", document: numberedRSS(1...3))
        try listen("{bearer: 'secret:file:secrets/later'}")
        let notes = try folder.check().map(\.notes)
        #expect(notes.first?.first?.contains("secrets/later: the file cannot be read") == true)
        await #expect(throws: RunError.self) { try await folder.crawl() }
        #expect(site.takeRequests().isEmpty)
        // Its last failure says it already.
        #expect(try folder.check(at: .crawlDay(0.005)).map(\.notes) == [[]])
        try write(secret, to: "secrets/later")
        let report = try await folder.crawl(at: .crawlDay(0.01))
        #expect(report.feeds.map(\.outcome) == ["updated"])
    }

    @Test func `no file that a run writes holds a secret`() async throws {
        site.at("/refused") { _ in .init(401, headers: [("WWW-Authenticate", "Basic")]) }
        site.at("/torn") { _ in .init(body: "<rss>".utf8) }
        let there = site.url("/feed", host: 2)
        site.at("/elsewhere") { _ in .init(301, headers: [("Location", there)]) }
        let ways = [
            "{user: kasia, password: 'secret:file:secrets/key'}",
            "{bearer: 'secret:file:secrets/key'}",
            "{header: X-Api-Key, value: 'secret:file:secrets/key'}",
        ]
        try folder.listen(
            to: ["feed", "refused", "torn", "elsewhere"].flatMap { path in
                ways.enumerated().map { index, auth in
                    "id: \(path)-\(index), name: F, url: '\(site.url("/\(path)?\(index)"))', auth: \(auth)"
                }
            })
        for day in [0.0, 2, 4] {
            _ = try await folder.crawl(at: .crawlDay(day)) {
                $0.metricsPath = folder.workspace.path + "/out/earshot.prom"
            }
        }
        let encoded = Data("kasia:\(secret)".utf8).base64EncodedString()
        for path in try folder.writtenFiles() where path != "secrets/key" {
            let bytes = try folder.read(path)
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(path)")
            #expect(bytes.range(of: Data(encoded.utf8)) == nil, "\(path)")
        }
    }
}

extension TestWorkspace {
    /// Every file below the folder, by its path there.
    func writtenFiles() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: workspace.path).filter { path in
            var isFolder: ObjCBool = false
            let exists = unsafe FileManager.default.fileExists(
                atPath: workspace.path + "/" + path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }.sorted()
    }

    func sha256(of path: String) throws -> String {
        ContentHash.hex(try read(path))
    }
}
