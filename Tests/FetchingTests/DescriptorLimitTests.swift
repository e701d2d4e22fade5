import Foundation
import Glibc
import Model
import Testing
import TestSupport

@testable import Fetching

/// Where the limit changes, in processes of their own: it holds for all of a process.
struct DescriptorLimitTests {
    @Test(arguments: [
        // Connections, second attempts, look-ups, and the rest.
        (1, 2 + 1 + 4 + 100), (64, 128 + 64 + 256 + 100), (200, 400 + 200 + 256 + 100),
        (1_000, 2_000 + 1_000 + 256 + 100),
    ])
    func `more transfers need more descriptors, but no more names are looked up at once`(
        transfers: Int, need: Int
    ) {
        #expect(DescriptorLimit.need(of: FetchSettings(maximumTransfers: transfers)) == need)
    }

    @Test func `a limit that is too low is raised to what is needed`() async {
        await #expect(processExitsWith: .success) {
            try setLimit(100, hard: 2_000)
            _ = try Fetcher(settings: FetchSettings(maximumTransfers: 64), workspace: "/")
            #expect(try limit() == 548)
            _ = try Fetcher(settings: FetchSettings(maximumTransfers: 1), workspace: "/")
            #expect(try limit() == 548)
        }
    }

    @Test func `what cannot be raised far enough is refused, with what to do`() async {
        await #expect(processExitsWith: .success) {
            try setLimit(100, hard: 300)
            let error = #expect(throws: FetchError.self) {
                try Fetcher(settings: FetchSettings(maximumTransfers: 64), workspace: "/")
            }
            #expect(
                error?.description
                    == "64 feeds at a time may need 548 open files, and only 300 may be open here; "
                    + "lower concurrency in the feeds file, or raise the limit (ulimit -n 548, or "
                    + "LimitNOFILE=548 in a systemd unit)")
        }
    }

    @Test func `fewer transfers make do with less`() async {
        await #expect(processExitsWith: .success) {
            let server = try LoopbackServer(hosts: 20) { _ in .init(body: "<rss/>".utf8) }
            try setLimit(100, hard: 300)
            var settings = FetchSettings.loopback
            settings.maximumTransfers = 8
            let fetcher = try Fetcher(settings: settings, workspace: "/")
            let requests = (1...20).map { FetchRequest.url(server.url("/", host: $0)) }
            for await (_, result, _) in fetcher.results(of: requests) {
                #expect(result.text == "<rss/>")
            }
        }
    }
}

private func setLimit(_ soft: Int, hard: Int) throws {
    var limit = rlimit(rlim_cur: rlim_t(soft), rlim_max: rlim_t(hard))
    try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
}

private func limit() throws -> Int {
    var limit = rlimit()
    try #require(unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0)
    return Int(limit.rlim_cur)
}
