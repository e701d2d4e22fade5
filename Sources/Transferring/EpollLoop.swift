import CLibCurl
import Glibc

/// Waits for sockets, a deadline, or a call from another thread.
///
/// One thread waits; `wake` may be called from any. epoll(7) and eventfd(2) are safe to use so.
package final class EpollLoop: Sendable {
    private let epoll: Descriptor
    private let bell: Descriptor

    package init() throws(CurlError) {
        let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard epoll >= 0 else { throw .noEventLoop(errno) }
        self.epoll = Descriptor(epoll)
        let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        guard bell >= 0 else { throw .noEventLoop(errno) }
        self.bell = Descriptor(bell)
        watch(bell, readable: true, writable: false, isNew: true)
    }

    package struct Event {
        let socket: Int32
        let isReadable: Bool
        let isWritable: Bool
        let isBroken: Bool
    }

    /// Ends the wait at hand, or the next one.
    package func wake() {
        // The only failure is a counter that is full, and then the bell rings already.
        _ = eventfd_write(bell.raw, 1)
    }

    func watch(_ socket: Int32, readable: Bool, writable: Bool, isNew: Bool) {
        let events = (readable ? EPOLLIN.rawValue : 0) | (writable ? EPOLLOUT.rawValue : 0)
        control(isNew ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, events)
    }

    func forget(_ socket: Int32) {
        control(EPOLL_CTL_DEL, socket, 0)
    }

    /// Returns what has happened, at the latest when `deadline` has come.
    package func wait(until deadline: ContinuousClock.Instant?) -> [Event] {
        let capacity = 256
        return unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: capacity) {
            buffer in
            let count = unsafe epoll_wait(
                epoll.raw, buffer.baseAddress, Int32(capacity), Self.milliseconds(to: deadline))
            // Interrupted by a signal: nothing has happened.
            guard count > 0 else { return [] }
            return unsafe buffer[..<Int(count)].compactMap { unsafe event($0) }
        }
    }

    // MARK: - Private

    private func control(_ operation: Int32, _ socket: Int32, _ events: UInt32) {
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: socket))
        // A socket closed meanwhile has left the set on its own.
        _ = unsafe epoll_ctl(epoll.raw, operation, socket, &event)
    }

    private func event(_ event: epoll_event) -> Event? {
        let socket = unsafe event.data.fd
        let events = unsafe event.events
        guard socket != bell.raw else {
            var count: eventfd_t = 0
            _ = unsafe eventfd_read(bell.raw, &count)
            return nil
        }
        return Event(
            socket: socket, isReadable: events & EPOLLIN.rawValue != 0,
            isWritable: events & EPOLLOUT.rawValue != 0,
            isBroken: events & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0)
    }

    /// Rounded up, so that the deadline has come when the wait is over; -1 waits without end.
    private static func milliseconds(to deadline: ContinuousClock.Instant?) -> Int32 {
        guard let deadline else { return -1 }
        let left = (deadline - .now) / .milliseconds(1)
        return Int32(min(max(left.rounded(.up), 0), 60_000))
    }
}
