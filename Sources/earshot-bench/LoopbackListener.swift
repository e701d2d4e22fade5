import Glibc

/// A socket that listens at one loopback address.
final class LoopbackListener {
    let socket: Int32
    let port: Int

    /// - Parameter port: 0 for any that is free.
    init(_ address: String, port: Int) throws {
        precondition(address.hasPrefix("127."), "nobody but this machine may reach it")
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        socket = Glibc.socket(AF_INET, Int32(kind), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = unsafe inet_addr(address)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isListening = unsafe withUnsafeMutableBytes(of: &place) { place in
            let place = unsafe place.assumingMemoryBound(to: sockaddr.self).baseAddress
            return unsafe bind(socket, place, length) == 0 && listen(socket, 1_024) == 0
                && getsockname(socket, place, &length) == 0
        }
        self.port = Int(UInt16(bigEndian: place.sin_port))
        guard isListening else { throw BenchError.system("listen at \(address)", errno) }
    }

    deinit { close(socket) }

    /// A client that has come, as a socket that does not block; `nil` if none waits.
    func accept() -> Int32? {
        let client = Glibc.accept(socket, nil, nil)
        guard client >= 0 else { return nil }
        // An answer that needs two pieces must not wait for the first to be acknowledged.
        var yes: Int32 = 1
        guard fcntl(client, F_SETFL, O_NONBLOCK) == 0,
            unsafe setsockopt(
                client, Int32(IPPROTO_TCP), TCP_NODELAY, &yes,
                socklen_t(MemoryLayout<Int32>.size)) == 0
        else {
            close(client)
            return nil
        }
        return client
    }
}
