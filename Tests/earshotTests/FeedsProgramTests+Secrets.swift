import Foundation
import Model
import Pipeline
import Synchronization
import TestSupport
import Testing

/// Secrets of feeds, which nothing may tell.
extension FeedsProgramTests {
    @Test func `a feed whose secret is missing is not asked until it is there`() throws {
        let server = try LoopbackServer { _ in Self.rss("1") }
        try listen(to: [
            "id: f, name: F, url: '\(server.url("/f"))', auth: {bearer: 'secret:env:EARSHOT_CANARY'}"
        ])
        let outcome = try Program.run(["run"] + now, in: folder.url)
        #expect(outcome.exitCode == 69)
        #expect(
            outcome.errors.hasSuffix(
                ": secret:env:EARSHOT_CANARY: the variable is not set; set it in the "
                    + "service's environment\n"))
        let empty = try Program.run(
            ["run"] + now, in: folder.url, environment: ["EARSHOT_CANARY": ""])
        #expect(empty.exitCode == 69)
        #expect(server.requests.isEmpty)
        let set = try Program.run(
            ["run"] + now, in: folder.url, environment: ["EARSHOT_CANARY": "abc"])
        #expect(set.exitCode == 0)
        #expect(server.requests.last?.header("Authorization") == "Bearer abc")
    }

    /// A random secret in every slot there is, and then every byte that a run leaves behind.
    @Test func `no secret is found in anything a run writes`() throws {
        let canary = Canary()
        let answers = Mutex(0)
        let server = try LoopbackServer(hosts: 3) { request in
            let path = request.path.prefix { $0 != "?" }
            switch path {
            case "/robots.txt": return .init(404)
            case "/refused": return .init(401)
            case "/torn": return .init(body: "<rss><channel>".utf8)
            case "/silent":
                answers.withLock { $0 += 1 }
                return .init(delivery: .silence)
            default: return Self.rss(String(path.dropFirst()))
            }
        }
        let elsewhere = server.url("/fine", host: 2)
        let redirecting = try LoopbackServer { request in
            request.path == "/robots.txt"
                ? .init(404) : .init(301, headers: [("Location", elsewhere)])
        }
        try write(canary.file + "\n", to: "secret")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: path("secret"))
        let ways = [
            "{user: kasia, password: 'secret:env:EARSHOT_CANARY'}",
            "{bearer: 'secret:file:secret'}",
            "{header: X-Api-Key, value: 'secret:env:EARSHOT_CANARY'}",
        ]
        let places =
            ["/fine", "/refused", "/torn", "/silent"].map { server.url($0) }
            + [redirecting.url("/away")]
        try listen(
            to: places.enumerated().flatMap { place, url in
                ways.enumerated().map { way, auth in
                    "id: f-\(place)-\(way), name: F, url: '\(url)?token=\(canary.url)&n=\(way)', auth: \(auth)"
                }
            })

        let process = try Program.start(
            ["run", "--verbose", "--format", "json", "--metrics", "m.prom"] + now, in: folder.url,
            environment: ["EARSHOT_CANARY": canary.environment])
        // Ended in the middle, so that the write-ahead log is there to be looked at.
        while process.isRunning, try answered(12) == false || answers.withLock({ $0 }) == 0 {
            usleep(1_000)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(FileManager.default.fileExists(atPath: path("earshot.sqlite-wal")))
        try canary.search(
            folder.url, except: ["secret"],
            areURLsAllowed: ["feeds/list.yaml", "earshot.sqlite", "earshot.sqlite-wal"])

        try listen(
            to: places.filter { !$0.contains("silent") }.enumerated().flatMap { place, url in
                ways.enumerated().map { way, auth in
                    "id: f-\(place)-\(way), name: F, url: '\(url)?token=\(canary.url)&n=\(way)', auth: \(auth)"
                }
            })
        for day in ["23", "25", "30"] {
            let outcome = try Program.run(
                ["run", "--verbose", "--now", "2026-11-\(day)T06:00:00Z", "--metrics", "m.prom"],
                in: folder.url, environment: ["EARSHOT_CANARY": canary.environment])
            #expect(outcome.exitCode == 0)
            try canary.search(
                folder.url, except: ["secret"],
                areURLsAllowed: ["feeds/list.yaml", "earshot.sqlite"])
        }
        for format in ["text", "json"] {
            _ = try Program.run(
                ["feeds", "check", "--format", format, "--now", "2026-11-30T07:00:00Z"],
                in: folder.url)
            try canary.search(
                folder.url, except: ["secret"],
                areURLsAllowed: ["feeds/list.yaml", "earshot.sqlite"])
        }
        // The canaries do sing: the server has heard each.
        let heard = (server.requests + redirecting.requests).flatMap(\.headers).map(\.value)
        for form in canary.forms { #expect(heard.contains { $0.contains(form) }) }
    }

    struct Canary {
        let environment = "canary-\(UUID().uuidString)"
        let file = "canary-\(UUID().uuidString)"
        let url = "canary-\(UUID().uuidString)"

        /// As they are sent.
        var forms: [String] {
            [
                "Bearer \(file)", environment,
                Data("kasia:\(environment)".utf8).base64EncodedString(),
            ]
        }

        /// Looks into every byte of every file.
        func search(_ folder: URL, except: Set<String>, areURLsAllowed: Set<String>) throws {
            let root = folder.path(percentEncoded: false)
            for name in try FileManager.default.subpathsOfDirectory(atPath: root)
            where !except.contains(name) {
                guard let bytes = FileManager.default.contents(atPath: root + "/" + name) else {
                    continue
                }
                for form in [environment, file] + forms {
                    #expect(bytes.range(of: Data(form.utf8)) == nil, "\(name) holds a secret")
                }
                guard !areURLsAllowed.contains(name) else { continue }
                #expect(bytes.range(of: Data(url.utf8)) == nil, "\(name) holds a URL's secret")
            }
        }
    }
}
