import Model
import TestSupport
import Testing
import Transferring

struct CurlHandleTests {
    /// What one transfer brought.
    private final class Receipt {
        private(set) var body: [UInt8] = []
        private(set) var headLines = 0

        var functions: CurlHandle.Functions {
            var functions = CurlHandle.Functions()
            functions.takeBody = { [unowned self] piece in
                unsafe piece.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
                return .taken
            }
            functions.takeHead = { [unowned self] _ in
                headLines += 1
                return true
            }
            return functions
        }
    }

    @Test func `each transfer of a handle calls what it was lent last`() throws {
        let server = try LoopbackServer { request in .init(body: request.path.utf8) }
        let handle = try CurlHandle()
        let receipts = [("/first", Receipt()), ("/second", Receipt())]
        for (path, receipt) in receipts {
            try handle.set(.address, server.url(path))
            try handle.lend(receipt.functions)
            #expect(handle.perform().kind == .complete)
        }
        for (path, receipt) in receipts {
            #expect(receipt.body == Array(path.utf8))
            #expect(receipt.headLines > 1)
        }
        #expect(handle.status == 200)
        #expect(handle.newConnections == 0)
    }

    @Test func `where no address may be called nothing is asked`() throws {
        let server = try LoopbackServer { _ in .init() }
        let handle = try CurlHandle()
        try handle.set(.address, server.url("/"))
        var functions = CurlHandle.Functions()
        functions.mayConnect = { place in
            #expect(place?.address == NetworkAddress("127.0.0.1"))
            return false
        }
        try handle.lend(functions)
        #expect(handle.perform().kind == .notConnected)
        #expect(handle.status == nil)
        #expect(server.requests.isEmpty)
    }

    @Test func `who takes no more of a body ends the transfer`() throws {
        let server = try LoopbackServer { _ in .init(body: "unwanted".utf8) }
        let handle = try CurlHandle()
        try handle.set(.address, server.url("/"))
        var functions = CurlHandle.Functions()
        functions.takeBody = { _ in .refused }
        try handle.lend(functions)
        #expect(handle.perform().kind == .undecodable)
    }

    @Test func `a header with a line break in it would be two, and is left out`() throws {
        let server = try LoopbackServer { _ in .init() }
        let handle = try CurlHandle()
        let receipt = Receipt()
        defer { withExtendedLifetime(receipt) {} }
        try handle.set(.address, server.url("/"))
        try handle.set(.headers, ["X-One: 1\r\nX-Two: 2", "X-Three: 3"])
        try handle.lend(receipt.functions)
        #expect(handle.perform().kind == .complete)
        let request = try #require(server.requests.first)
        #expect(request.header("X-Three") == "3")
        #expect(request.header("X-One") == nil && request.header("X-Two") == nil)
    }
}
