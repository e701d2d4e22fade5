import Foundation
import Glibc
import Synchronization

/// A small HTTP/1.1 server on this machine's loopback addresses, which answers as a closure says.
///
/// Each of its hosts is an address of its own, 127.0.0.1 and up, with a port of its own. It keeps
/// connections, records every request, and can misbehave in the ways `Delivery` names. Every
/// connection has a thread, so an answer may be slow without holding up the others.
package final class LoopbackServer: Sendable {
    private let listeners: [Listener]
    private let log: Log

    /// - Parameters:
    ///   - hosts: how many addresses to listen on, at most 254.
    ///   - respond: called on a connection's thread, once a request.
    package convenience init(
        hosts: Int = 1, respond: @escaping @Sendable (Request) -> Response
    ) throws {
        try self.init(addresses: (1...hosts).map { "127.0.0.\($0)" }, respond: respond)
    }

    /// Listens on addresses of the caller's choice.
    ///
    /// - Parameters:
    ///   - addresses: of this machine's loopback; IPv6 without brackets.
    ///   - port: the same for all; zero gives each a free one of its own.
    ///   - greet: what to do on a new connection to an address before anything is read from it.
    ///   - respond: called on a connection's thread, once a request.
    package init(
        addresses: [String], port: Int = 0,
        greet: @escaping @Sendable (_ address: String) -> [Step] = { _ in [] },
        respond: @escaping @Sendable (Request) -> Response
    ) throws {
        Self.raiseDescriptorLimit()
        let log = Log()
        self.log = log
        listeners = try addresses.map { try Listener(address: $0, port: port) }
        for listener in listeners {
            Thread.detachNewThread {
                while let socket = listener.accept() {
                    let connection = LoopbackConnection(socket, host: listener.address, log: log)
                    log.opened(connection)
                    let greeting = greet(listener.address)
                    Thread.detachNewThread { connection.serve(greeting, respond) }
                }
            }
        }
    }

    deinit { stop() }

    /// Servers have as many sockets as their clients, and many tests run in one process.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur < 4_096 else { return }
        limit.rlim_cur = min(4_096, limit.rlim_max)
        // Where it may not be raised, a test that needs more says so.
        _ = unsafe setrlimit(resource, &limit)
    }

    /// Closes everything; whoever still waits for an answer gets none.
    package func stop() {
        for listener in listeners { listener.stop() }
        log.endAll()
    }

    /// The address of `path` on one of the hosts, counted from 1.
    package func url(_ path: String, host: Int = 1) -> String {
        let listener = listeners[host - 1]
        let name = listener.address.contains(":") ? "[\(listener.address)]" : listener.address
        return "http://\(name):\(listener.port)\(path)"
    }

    /// The port that one of the hosts listens on.
    package func port(host: Int = 1) -> Int { listeners[host - 1].port }

    /// All requests so far, in the order they came.
    package var requests: [Request] { log.state.withLock { $0.requests } }

    /// Connections accepted so far.
    package var connections: Int { log.state.withLock { $0.connections } }

    /// The most requests that any one host was answering at the same time.
    package var mostAtOncePerHost: Int { log.state.withLock { $0.mostAtOncePerHost } }

    /// What a client asked.
    package struct Request: Sendable {
        /// Address of the host that was asked.
        package let host: String
        package let method: String
        /// With the query.
        package let path: String
        /// As sent, in order.
        package let headers: [(name: String, value: String)]
        /// As many bytes as its length says; empty without one.
        package let body: [UInt8]
        /// Which of its connection's requests it is, counted from 1.
        package let number: Int

        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }

    /// What to answer, and how well.
    package struct Response: Sendable {
        package var status: Int
        package var headers: [(name: String, value: String)]
        package var body: [UInt8]
        package var delivery: Delivery

        package init(
            _ status: Int = 200, headers: [(name: String, value: String)] = [],
            body: some Sequence<UInt8> = [], delivery: Delivery = .whole
        ) {
            self.status = status
            self.headers = headers
            self.body = Array(body)
            self.delivery = delivery
        }

        /// A document with an ETag of its own, or 304 to whoever holds it already.
        package static func document(
            _ body: some Sequence<UInt8>, etag: String,
            contentType: String = "application/rss+xml", to request: Request
        ) -> Response {
            request.header("If-None-Match") == etag
                ? Response(304, headers: [("ETag", etag)])
                : Response(headers: [("ETag", etag), ("Content-Type", contentType)], body: body)
        }
    }

    package enum Delivery: Sendable {
        /// With its length, as it should be.
        case whole
        /// In chunks of this size, without a length.
        case chunked(sizeInBytes: Int)
        /// A few bytes of the body, a pause, a few more.
        case drip(bytes: Int, every: Duration)
        /// Announces the whole length, sends so many bytes of the body, and closes.
        case cut(after: Int)
        /// Sends so many bytes of the body and then nothing, without closing.
        case stall(after: Int)
        /// Sends so many bytes of the body and resets the connection.
        case reset(after: Int)
        /// Never answers.
        case silence
        /// The body is the whole answer, status line and headers included; closes after it.
        case raw
        /// Step by step; status, headers and body of the response are not looked at.
        case script([Step])
    }
}

extension LoopbackServer.Response: CustomStringConvertible {
    /// Without the body, which would be printed with every case that has it.
    package var description: String { "\(status), \(body.count) bytes, \(delivery)" }
}

/// One listening socket.
final class Listener: Sendable {
    let address: String
    let port: Int
    private let socket: Int32

    init(address: String, port: Int) throws {
        self.address = address
        let isIPv6 = address.contains(":")
        let socket = Glibc.socket(
            isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw Self.error }
        self.socket = socket
        // A server may come back to its port while connections of the one before it fade away.
        var isReused: Int32 = 1
        _ = unsafe setsockopt(
            socket, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
        let found =
            isIPv6 ? Self.listen6(socket, address, port) : Self.listen4(socket, address, port)
        guard let found else {
            // What went wrong, before closing can change it.
            let error = Self.error
            close(socket)
            throw error
        }
        self.port = found
    }

    deinit { close(socket) }

    /// Waits for a client; `nil` once stopped.
    func accept() -> Int32? {
        let client = Glibc.accept(socket, nil, nil)
        return client >= 0 ? client : nil
    }

    func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    private static var error: POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }

    /// - Returns: the port it listens on, or `nil` with the reason in `errno`.
    private static func listen4(_ socket: Int32, _ address: String, _ port: Int) -> Int? {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        guard unsafe inet_pton(AF_INET, address, &place.sin_addr) == 1,
            listen(socket, &place)
        else { return nil }
        return Int(UInt16(bigEndian: place.sin_port))
    }

    private static func listen6(_ socket: Int32, _ address: String, _ port: Int) -> Int? {
        var place = sockaddr_in6()
        place.sin6_family = sa_family_t(AF_INET6)
        place.sin6_port = in_port_t(port).bigEndian
        guard unsafe inet_pton(AF_INET6, address, &place.sin6_addr) == 1,
            listen(socket, &place)
        else { return nil }
        return Int(UInt16(bigEndian: place.sin6_port))
    }

    /// Listens at `place`, and leaves there what the system made of it.
    private static func listen<Place>(_ socket: Int32, _ place: inout Place) -> Bool {
        var length = socklen_t(MemoryLayout<Place>.size)
        return unsafe withUnsafeMutablePointer(to: &place) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe bind(socket, place, length) == 0 && Glibc.listen(socket, 1_024) == 0
                    && getsockname(socket, place, &length) == 0
            }
        }
    }
}

/// What has happened so far, on all connections.
final class Log: Sendable {
    struct State {
        var requests: [LoopbackServer.Request] = []
        var connections = 0
        var atWork: [String: Int] = [:]
        var mostAtOncePerHost = 0
        var open: [ObjectIdentifier: LoopbackConnection] = [:]
        var isStopped = false
    }

    let state = Mutex(State())

    func opened(_ connection: LoopbackConnection) {
        let isStopped = state.withLock { state in
            state.connections += 1
            state.open[ObjectIdentifier(connection)] = connection
            return state.isStopped
        }
        if isStopped { connection.end() }
    }

    func closed(_ connection: LoopbackConnection) {
        state.withLock { $0.open[ObjectIdentifier(connection)] = nil }
    }

    func began(_ request: LoopbackServer.Request) {
        state.withLock { state in
            state.requests.append(request)
            state.atWork[request.host, default: 0] += 1
            state.mostAtOncePerHost = max(
                state.mostAtOncePerHost, state.atWork[request.host, default: 0])
        }
    }

    func ended(_ request: LoopbackServer.Request) {
        state.withLock { $0.atWork[request.host, default: 1] -= 1 }
    }

    func endAll() {
        let open = state.withLock { state in
            state.isStopped = true
            return Array(state.open.values)
        }
        for connection in open { connection.end() }
    }
}
