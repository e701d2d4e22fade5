import Foundation
import Synchronization

/// A way to a server that breaks once, behind words that are on their way there: the server gets
/// them, and nobody hears what it says.
package final class CuttingProxy: Sendable {
    package let port: Int
    private let server: Int
    private let words: [UInt8]
    private let hasCut = Atomic<Bool>(false)
    private let listener: Int32

    /// - Parameters:
    ///   - server: a port on this machine.
    ///   - words: behind which it breaks.
    package init(to server: Int, cutBehind words: String) throws {
        self.server = server
        self.words = Array(words.utf8)
        (listener, port) = try Self.listen()
        Thread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread { self.serve(client) }.start()
            }
        }.start()
    }

    package var isCut: Bool { hasCut.load(ordering: .relaxed) }

    /// Lets nobody else in.
    package func stop() {
        _ = shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    // MARK: - Private

    private func serve(_ client: Int32) {
        let upstream = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer {
            close(client)
            close(upstream)
        }
        guard unsafe Self.withAddress(of: server, { unsafe connect(upstream, $0, $1) }) == 0 else {
            return
        }
        while true {
            var ends = [
                pollfd(fd: client, events: Int16(POLLIN), revents: 0),
                pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
            ]
            guard unsafe poll(&ends, 2, -1) > 0 else { return }
            if ends[0].revents != 0 {
                guard let bytes = Self.pass(from: client, to: upstream) else { return }
                if Self.holds(bytes, words), !hasCut.exchange(true, ordering: .relaxed) {
                    // Its answer means that it has done what it was told.
                    _ = Self.read(upstream)
                    return
                }
            }
            if ends[1].revents != 0, Self.pass(from: upstream, to: client) == nil { return }
        }
    }

    private static func pass(from source: Int32, to target: Int32) -> [UInt8]? {
        guard let bytes = read(source) else { return nil }
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(
                    target, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return nil }
            sent += count
        }
        return bytes
    }

    private static func read(_ source: Int32) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe recv(source, &bytes, bytes.count, 0)
        return count > 0 ? Array(bytes.prefix(count)) : nil
    }

    private static func holds(_ bytes: [UInt8], _ words: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: words) }
    }

    private static func listen() throws -> (listener: Int32, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let isOpen =
            unsafe withAddress(of: 0) { unsafe bind(listener, $0, $1) } == 0
            && Glibc.listen(listener, 16) == 0
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isNamed = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe getsockname(listener, pointer, &size) == 0
            }
        }
        guard isOpen, isNamed else { throw Tool.Failure(description: "no port is free") }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }

    private static func withAddress(
        of port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe body(pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
