import Glibc

/// One client's connection to the feed server, kept until the client closes it.
final class FeedConnection {
    let socket: Int32
    private(set) var isOpen = true
    private var input: [UInt8] = []
    private var output: ArraySlice<UInt8> = []

    /// - Parameter socket: does not block; closed with the connection.
    init(_ socket: Int32) {
        self.socket = socket
    }

    deinit { close(socket) }

    /// Takes in what has come, to its end, and returns the request if that made it whole.
    func receive() -> FeedRequest? {
        while isOpen, let more = bytes() { input += more }
        guard isOpen, let request = FeedRequest(input) else { return nil }
        input.removeAll(keepingCapacity: true)
        return request
    }

    /// Sends an answer as far as there is room, the rest when `flush` is called.
    func send(_ answer: [UInt8]) {
        output = answer[...]
        flush()
    }

    func flush() {
        while isOpen, !output.isEmpty {
            let count = unsafe output.withUnsafeBytes { bytes in
                unsafe Glibc.send(
                    socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            guard count >= 0 else {
                isOpen = errno == EAGAIN
                return
            }
            output = output.dropFirst(count)
        }
    }

    // MARK: - Private

    /// What can be had without waiting; `nil` if there is nothing.
    private func bytes() -> [UInt8]? {
        let room = 4_096
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let length = unsafe read(socket, buffer.baseAddress, room)
            isOpen = length > 0 || (length < 0 && errno == EAGAIN)
            count = max(0, length)
        }
        return bytes.isEmpty ? nil : bytes
    }
}
