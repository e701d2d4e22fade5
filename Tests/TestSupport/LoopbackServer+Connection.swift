import Glibc

/// One client of a `LoopbackServer`, served by a thread of its own.
final class LoopbackConnection: Sendable {
    private let socket: Int32
    private let host: String
    private let log: Log

    init(_ socket: Int32, host: String, log: Log) {
        self.socket = socket
        self.host = host
        self.log = log
    }

    deinit { close(socket) }

    /// Answers requests until either side has enough.
    ///
    /// - Parameter greeting: what to do before the first.
    func serve(
        _ greeting: [LoopbackServer.Step],
        _ respond: (LoopbackServer.Request) -> LoopbackServer.Response
    ) {
        var received: [UInt8] = []
        var count = 0
        var isOpen = greeting.allSatisfy(perform)
        while isOpen, let request = nextRequest(&received, number: count + 1) {
            count += 1
            log.began(request)
            var isAtWork = true
            func end() {
                if isAtWork { log.ended(request) }
                isAtWork = false
            }
            isOpen = deliver(respond(request), beforeLast: end)
            end()
        }
        end()
        log.closed(self)
    }

    func end() {
        shutdown(socket, Int32(SHUT_RDWR))
    }

    // MARK: - Private: requests

    /// Reads up to the empty line; what came behind it stays in `received`.
    private func nextRequest(_ received: inout [UInt8], number: Int) -> LoopbackServer.Request? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let range = received.firstRange(of: end) {
                let text = String(decoding: received[..<range.lowerBound], as: UTF8.self)
                received.removeSubrange(..<range.upperBound)
                return request(text, number: number, &received)
            }
            guard let more = receive() else { return nil }
            received += more
        }
    }

    /// Reads the body, too, where one is announced.
    private func request(
        _ text: String, number: Int, _ received: inout [UInt8]
    ) -> LoopbackServer.Request? {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        let headers = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (name: String(parts[0]), value: String(parts[1].drop { $0 == " " }))
        }
        let length =
            headers.first { $0.name.lowercased() == "content-length" }
            .flatMap { Int($0.value) } ?? 0
        while received.count < length {
            guard let more = receive() else { return nil }
            received += more
        }
        let body = Array(received.prefix(length))
        received.removeFirst(length)
        return LoopbackServer.Request(
            host: host, method: String(words[0]), path: String(words[1]), headers: headers,
            body: body, number: number)
    }

    private func receive() -> [UInt8]? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
            count = unsafe max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
        }
        return bytes.isEmpty ? nil : bytes
    }

    // MARK: - Private: answers

    /// - Parameter beforeLast: called before the client can know that it has all, and ask again.
    /// - Returns: whether the connection can take another request.
    private func deliver(_ response: LoopbackServer.Response, beforeLast: () -> Void) -> Bool {
        let body = response.body
        switch response.delivery {
        case .whole:
            beforeLast()
            return send(head(response) + body)
        case .chunked(let size):
            return send(head(response, isChunked: true)) && sendChunks(body, size: size)
        case .drip(let bytes, let pause):
            return send(head(response)) && drip(body, bytes, pause, beforeLast: beforeLast)
        case .cut(let count):
            _ = send(head(response) + body.prefix(count))
            return false
        case .stall(let count):
            _ = send(head(response) + body.prefix(count))
            return waitForClient()
        case .reset(let count):
            _ = send(head(response) + body.prefix(count))
            reset()
            return false
        case .silence:
            return waitForClient()
        case .raw:
            _ = send(body)
            return false
        case .script(let steps):
            return steps.allSatisfy(perform)
        }
    }

    /// - Returns: whether the connection is there for more.
    private func perform(_ step: LoopbackServer.Step) -> Bool {
        switch step {
        case .send(let bytes): return send(bytes)
        case .drip(let bytes, let count, let pause): return drip(bytes, count, pause)
        case .flood(let bytes, let pause):
            while send(bytes), !isReadable(within: pause.milliseconds) {}
            return false
        case .pause(let pause): return !isReadable(within: pause.milliseconds)
        case .read: return receive() != nil
        case .wait: return waitForClient()
        case .reset:
            reset()
            return false
        case .close: return false
        }
    }

    private func head(_ response: LoopbackServer.Response, isChunked: Bool = false) -> [UInt8] {
        var lines = ["HTTP/1.1 \(response.status) As scripted"]
        lines += response.headers.map { "\($0.name): \($0.value)" }
        if isChunked {
            lines.append("Transfer-Encoding: chunked")
        } else if response.status != 304 && response.status != 204 {
            lines.append("Content-Length: \(response.body.count)")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private func sendChunks(_ body: [UInt8], size: Int) -> Bool {
        for start in stride(from: 0, to: body.count, by: size) {
            let chunk = body[start..<min(start + size, body.count)]
            let line = String(chunk.count, radix: 16)
            guard send(Array("\(line)\r\n".utf8) + chunk + Array("\r\n".utf8)) else { return false }
        }
        return send(Array("0\r\n\r\n".utf8))
    }

    private func drip(
        _ body: [UInt8], _ count: Int, _ pause: Duration, beforeLast: () -> Void = {}
    ) -> Bool {
        for start in stride(from: 0, to: body.count, by: count) {
            let end = min(start + count, body.count)
            if end == body.count { beforeLast() }
            guard send(Array(body[start..<end])) else { return false }
            // Behind the last piece the next request may come at once.
            if end == body.count { break }
            // The client says nothing meanwhile; if it does, it has gone.
            guard !isReadable(within: pause.milliseconds) else { return false }
        }
        return true
    }

    /// - Returns: `false`, once the client has gone.
    private func waitForClient() -> Bool {
        _ = isReadable(within: -1)
        return false
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var question = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&question, 1, milliseconds) > 0
    }

    private func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        let length = socklen_t(MemoryLayout<linger>.size)
        _ = unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, length)
        // Connecting to nowhere drops the connection at once, with a reset, while the descriptor
        // stays ours until `deinit`.
        var nowhere = sockaddr()
        nowhere.sa_family = sa_family_t(AF_UNSPEC)
        _ = unsafe connect(socket, &nowhere, socklen_t(MemoryLayout<sockaddr>.size))
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.send(
                    socket, buffer.baseAddress.map { unsafe $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

extension Duration {
    fileprivate var milliseconds: Int32 { Int32(self / .milliseconds(1)) }
}
