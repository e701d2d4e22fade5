// epoll comes with it: Glibc's own module does not have it.
import CLibCurl
import Glibc

/// Answers requests for feeds on many loopback addresses at once, each answer after its latency.
///
/// One thread for all, so that it takes little from who is measured beside it.
final class FeedServer {
    /// The same at every address.
    let port: Int
    private let listeners: [Int32: LoopbackListener]
    private let answers: FeedAnswers
    private let latency: Latency
    private let epoll: Int32
    private var connections: [Int32: FeedConnection] = [:]
    /// Answers that are due later; a few hundred at most, so they are simply looked through.
    private var waiting: [(due: ContinuousClock.Instant, answer: [UInt8], to: FeedConnection)] = []

    init(hosts: Int, answers: FeedAnswers, latency: Latency) throws {
        self.answers = answers
        self.latency = latency
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw BenchError.system("wait for sockets", errno) }
        let first = try LoopbackListener(FetchLoad.host(0), port: 0)
        port = first.port
        var listeners = [first.socket: first]
        for number in 1..<hosts {
            let listener = try LoopbackListener(FetchLoad.host(number), port: port)
            listeners[listener.socket] = listener
        }
        self.listeners = listeners
        for socket in listeners.keys { try watch(socket, EPOLLIN.rawValue) }
        try watch(STDIN_FILENO, EPOLLIN.rawValue)
    }

    deinit { close(epoll) }

    /// Serves until standard input is closed.
    func run() {
        while true {
            for socket in wait() {
                if socket == STDIN_FILENO { return }
                if let listener = listeners[socket] {
                    accept(from: listener)
                } else if let connection = connections[socket] {
                    serve(connection)
                }
            }
            answerWhatIsDue()
        }
    }

    // MARK: - Private

    private func accept(from listener: LoopbackListener) {
        while let socket = listener.accept() {
            connections[socket] = FeedConnection(socket)
            do {
                // Edges are enough, as each is followed to its end; it spares a call an answer.
                try watch(socket, EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLET.rawValue)
            } catch {
                // The client sees its connection closed.
                connections[socket] = nil
            }
        }
    }

    private func serve(_ connection: FeedConnection) {
        connection.flush()
        if let request = connection.receive() {
            let answer = answers.answer(to: request)
            let delay = request.feed.map(latency.delay) ?? .zero
            if delay == .zero {
                connection.send(answer)
            } else {
                waiting.append((.now + delay, answer, connection))
            }
        }
        if !connection.isOpen { connections[connection.socket] = nil }
    }

    private func answerWhatIsDue() {
        guard !waiting.isEmpty else { return }
        let now = ContinuousClock.now
        for (due, answer, connection) in waiting where due <= now && connection.isOpen {
            connection.send(answer)
        }
        waiting.removeAll { $0.due <= now }
    }

    /// Returns the sockets something happened at, at the latest when an answer is due.
    private func wait() -> [Int32] {
        let capacity = 256
        return unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: capacity) {
            events in
            let count = unsafe epoll_wait(
                epoll, events.baseAddress, Int32(capacity), millisecondsToNextAnswer)
            return unsafe events.prefix(Int(max(0, count))).map { unsafe $0.data.fd }
        }
    }

    /// Rounded up; -1 waits without end.
    private var millisecondsToNextAnswer: Int32 {
        guard let due = waiting.map(\.due).min() else { return -1 }
        return Int32(max(0, ((due - .now) / .milliseconds(1)).rounded(.up)))
    }

    private func watch(_ socket: Int32, _ events: UInt32) throws {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: socket))
        guard unsafe epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) == 0 else {
            let isInput = socket == STDIN_FILENO && errno == EPERM
            throw isInput ? BenchError.inputIsFile : .system("wait for a socket", errno)
        }
    }
}
