import Foundation
import TestSupport

/// A port of this machine that agrees to speak TLS and ends the connection behind the first that is
/// said in it, as a server does that goes down.
final class CuttingListener: Sendable {
    private let listener: SilentListener

    /// - Parameter isReset: whether the connection is reset, or ended in good order.
    init(isReset: Bool) throws {
        let listener = try SilentListener()
        self.listener = listener
        Thread.detachNewThread {
            while true {
                let client = accept(listener.descriptor, nil, nil)
                guard client >= 0 else { return }
                Self.serve(client, isReset: isReset)
            }
        }
    }

    var port: UInt16 { listener.port }

    func stop() { _ = shutdown(listener.descriptor, Int32(SHUT_RDWR)) }

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
