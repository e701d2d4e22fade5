import Model
import TestSupport
import Testing

@testable import Fetching

struct FetcherMemoryTests {
    /// As long as a document may be.
    private static let body = [UInt8](repeating: 65, count: 10_000_000)

    @Test func `200 documents of ten megabytes at once stay within half a gigabyte`() async {
        await #expect(processExitsWith: .success) {
            let server = try LoopbackServer(hosts: 200) { _ in
                .init(body: FetcherMemoryTests.body, delivery: .chunked(sizeInBytes: 65_536))
            }
            var settings = FetchSettings.loopback
            settings.maximumTransfers = 200
            var limits = TransferLimits.standard
            limits.wireBytes = 11_000_000
            let fetcher = try Fetcher(settings: settings, workspace: "/", limits: limits)
            let requests = (1...200).map {
                FetchRequest.url(server.url("/", host: $0), limits: .seconds(300))
            }
            var arrived = 0
            for await (_, result, _) in fetcher.results(of: requests) {
                #expect(result.document?.body.count == FetcherMemoryTests.body.count)
                arrived += 1
            }
            #expect(arrived == 200)
            #expect(server.connections == 200)
            #expect(PeakMemory.megabytes < 512)
        }
    }
}
