import Foundation

/// A port of this machine that agrees to speak TLS and ends the connection behind the first that is
/// said in it, as a server does that goes down.
final class CuttingListener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    /// - Parameter isReset: whether the connection is reset, or ended in good order.
    init(isReset: Bool) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                unsafe bind(descriptor, pointer, size) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, pointer, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        Thread.detachNewThread {
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0 else { return }
                Self.serve(client, isReset: isReset)
            }
        }
    }

    deinit { close(descriptor) }

    func stop() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

    // MARK: - Private

    private static func serve(_ client: Int32, isReset: Bool) {
        defer { close(client) }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        // The question whether TLS is spoken here has 8 bytes (PostgreSQL, "SSLRequest").
        guard unsafe recv(client, &bytes, 8, Int32(MSG_WAITALL)) == 8 else { return }
        guard unsafe send(client, [UInt8(ascii: "S")], 1, Int32(MSG_NOSIGNAL)) == 1 else { return }
        guard unsafe recv(client, &bytes, bytes.count, 0) > 0, isReset else { return }
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            client, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }
}
