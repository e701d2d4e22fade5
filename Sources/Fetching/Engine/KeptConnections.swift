import Glibc

/// Notices a kept connection on which something has arrived that nobody asked for.
///
/// Some servers say 408 before they close an idle connection, and some send more than they announced.
/// libcurl would take that for the answer to the next request, so that one feed got another feed's
/// answer.
final class KeptConnections {
    /// By the local port, which is all that libcurl says of a connection before a request.
    private var sockets: [Int: Int32] = [:]

    func note(_ socket: Int32, localPort: Int) {
        sockets[localPort] = socket
    }

    /// Whether there is something to read before anything was asked; not for TLS, whose own
    /// messages come at any time.
    func hasUninvitedAnswer(localPort: Int) -> Bool {
        guard let socket = sockets[localPort], Self.localPort(of: socket) == localPort else {
            return false
        }
        var octet: UInt8 = 0
        return unsafe recv(socket, &octet, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) > 0
    }

    /// Whether the other side has taken the connection.
    static func isConnected(_ socket: Int32) -> Bool {
        unsafe address { unsafe getpeername(socket, $0, $1) } != nil
    }

    /// The port of ours that a socket uses; a number may have been given to another socket since.
    static func localPort(of socket: Int32) -> Int? {
        // The port is at the same place for IPv4 and IPv6.
        unsafe address { unsafe getsockname(socket, $0, $1) }
            .map { Int(UInt16(bigEndian: $0.sin_port)) }
    }

    // MARK: - Private

    private static func address(
        by ask: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> sockaddr_in? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let code = unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe ask(address, &length)
            }
        }
        guard code == 0 else { return nil }
        return unsafe withUnsafeBytes(of: storage) { unsafe $0.loadUnaligned(as: sockaddr_in.self) }
    }
}
