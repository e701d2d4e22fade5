import CLibCurl
import Glibc

/// The least a program can do to fetch with libcurl: what `Fetcher` is measured against.
///
/// A yardstick, not a way of ours to fetch: it calls any address, believes any length, has no
/// redirect looked at and no failure explained. It is written as one would in C: one thread,
/// `curl_multi_socket_action` on epoll, handles used again, bodies into buffers that are used again.
///
/// So it goes past `Transferring`, the one module that calls libcurl otherwise: what the handles there
/// cost is part of what is measured.
@safe final class BareClient {
    private let multi: UnsafeMutableRawPointer
    private let epoll: Int32
    private let transfers: UnsafeMutableBufferPointer<BareTransfer>
    private var idle: [Int]
    private var turns: HostTurns
    private var tally = FetchTally()
    private var done = 0
    /// When libcurl wants to be called though no socket has moved, on the clock of `now`.
    private var deadline: Int?

    /// - Parameter etags: of what is held already; empty if that is nothing.
    static func fetch(_ addresses: [String], etags: [String], hosts: Int) throws -> FetchRun {
        let meter = Meter()
        let client = try BareClient(feeds: addresses.count, hosts: hosts)
        client.run(addresses, etags)
        return FetchRun(tally: client.tally, cost: meter.reading, stalls: nil)
    }

    // MARK: - Private

    private init(feeds: Int, hosts: Int) throws {
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard let multi = unsafe curl_multi_init(), epoll >= 0 else { throw BenchError.noLibrary }
        unsafe self.multi = multi
        unsafe transfers = .allocate(capacity: FetchLoad.maximumTransfers)
        for index in unsafe transfers.indices {
            guard let easy = unsafe curl_easy_init() else { throw BenchError.noLibrary }
            unsafe transfers.initializeElement(at: index, to: BareTransfer(easy))
        }
        idle = Array(0..<FetchLoad.maximumTransfers)
        turns = HostTurns(
            feeds: feeds, hosts: hosts, requestsPerHost: FetchLoad.requestsPerHost)
        lendFunctions()
    }

    deinit {
        _ = unsafe shim_multi_set_socket_function(multi, nil)
        _ = unsafe shim_multi_set_timer_function(multi, nil)
        for index in unsafe transfers.indices { unsafe transfers[index].release() }
        unsafe transfers.deallocate()
        _ = unsafe curl_multi_cleanup(multi)
        close(epoll)
    }

    private func run(_ addresses: [String], _ etags: [String]) {
        while done < addresses.count {
            start(addresses, etags)
            waitAndAct()
            finish()
        }
    }

    private func start(_ addresses: [String], _ etags: [String]) {
        while let index = idle.last, let feed = turns.takeFeed() {
            idle.removeLast()
            let transfer = unsafe transfers.baseAddress.unsafelyUnwrapped + index
            unsafe transfer.pointee.index = index
            unsafe BareTransfer.prepare(
                transfer, feed: feed, address: addresses[feed],
                etag: etags.isEmpty ? nil : etags[feed])
            _ = unsafe curl_multi_add_handle(multi, transfer.pointee.easy)
        }
    }

    private func waitAndAct() {
        let capacity = 256
        unsafe withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: capacity) { events in
            let count = unsafe epoll_wait(
                epoll, events.baseAddress, Int32(capacity), millisecondsLeft)
            for index in 0..<Int(max(0, count)) {
                let happened = unsafe events[index].events
                act(
                    on: unsafe events[index].data.fd,
                    (happened & EPOLLIN.rawValue != 0 ? CURL_CSELECT_IN : 0)
                        | (happened & EPOLLOUT.rawValue != 0 ? CURL_CSELECT_OUT : 0)
                        | (happened & (EPOLLERR.rawValue | EPOLLHUP.rawValue) != 0
                            ? CURL_CSELECT_ERR : 0))
            }
        }
        if let deadline, deadline <= Self.now {
            self.deadline = nil
            act(on: CURL_SOCKET_TIMEOUT, 0)
        }
    }

    private func act(on socket: Int32, _ actions: Int32) {
        var running: Int32 = 0
        _ = unsafe curl_multi_socket_action(multi, socket, actions, &running)
    }

    private func finish() {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            let easy = unsafe message.pointee.easy_handle
            let code = unsafe message.pointee.data.result
            var pointer: UnsafeMutableRawPointer?
            var status = 0
            _ = unsafe shim_easy_get_pointer(easy, CURLINFO_PRIVATE, &pointer)
            _ = unsafe shim_easy_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
            let transfer = unsafe BareTransfer.lent(pointer)
            unsafe count(transfer, code == CURLE_OK ? status : 0)
            _ = unsafe curl_multi_remove_handle(multi, easy)
            turns.finish(unsafe transfer.pointee.feed)
            idle.append(unsafe transfer.pointee.index)
            done += 1
        }
    }

    private func count(_ transfer: UnsafeMutablePointer<BareTransfer>, _ status: Int) {
        switch status {
        case 200:
            tally.documents += 1
            tally.bytes += unsafe transfer.pointee.count
        case 304: tally.unchanged += 1
        default: break
        }
        if unsafe transfer.pointee.etagLength > 0 { tally.etags += 1 }
    }

    // MARK: - Private: what libcurl calls

    private func lendFunctions() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe shim_multi_set_long(
            multi, CURLMOPT_MAXCONNECTS, FetchLoad.maximumTransfers)
        _ = unsafe shim_multi_set_pointer(multi, CURLMOPT_SOCKETDATA, context)
        _ = unsafe shim_multi_set_pointer(multi, CURLMOPT_TIMERDATA, context)
        _ = unsafe shim_multi_set_socket_function(multi) { _, socket, what, context, _ in
            unsafe BareClient.lent(context).watch(socket, for: what)
            return 0
        }
        _ = unsafe shim_multi_set_timer_function(multi) { _, milliseconds, context in
            unsafe BareClient.lent(context).deadline =
                milliseconds < 0 ? nil : BareClient.now + milliseconds * 1_000_000
            return 0
        }
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> BareClient {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    private func watch(_ socket: Int32, for what: Int32) {
        let events =
            (what & CURL_POLL_IN != 0 ? EPOLLIN.rawValue : 0)
            | (what & CURL_POLL_OUT != 0 ? EPOLLOUT.rawValue : 0)
        var event = unsafe epoll_event(events: events, data: epoll_data_t(fd: socket))
        if what == CURL_POLL_REMOVE {
            _ = epoll_ctl(epoll, EPOLL_CTL_DEL, socket, nil)
        } else if unsafe epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event) != 0 {
            _ = unsafe epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event)
        }
    }

    /// Until `deadline`, rounded up; a second if there is none.
    private var millisecondsLeft: Int32 {
        guard let deadline else { return 1_000 }
        return Int32(max(0, (deadline - Self.now + 999_999) / 1_000_000))
    }

    /// In nanoseconds.
    private static var now: Int {
        var moment = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &moment)
        return moment.tv_sec * 1_000_000_000 + moment.tv_nsec
    }
}
