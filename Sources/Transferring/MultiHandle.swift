import CLibCurl

/// libcurl's multi handle: all transfers at work, driven by what an `EpollLoop` sees.
///
/// Not `Sendable`: it and its easy handles live on one thread.
@safe package final class MultiHandle {
    private let raw: UnsafeMutableRawPointer
    private let loop: EpollLoop
    private var watched: Set<Int32> = []
    /// When libcurl wants to be called though no socket has moved.
    package private(set) var deadline: ContinuousClock.Instant?

    /// - Parameter maximumTransfers: as many as are ever at work.
    package init(loop: EpollLoop, maximumTransfers: Int) throws(CurlError) {
        guard let raw = unsafe curl_multi_init() else { throw .noHandle }
        unsafe self.raw = raw
        self.loop = loop
        try lendFunctions()
        // Our own schedule limits transfers; this is a second belt, since waiting inside libcurl would
        // count against a transfer's time.
        let connections = Self.maximumConnections(for: maximumTransfers)
        try set(CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        try set(CURLMOPT_MAXCONNECTS, connections)
        try set(CURLMOPT_PIPELINING, Int(CURLPIPE_NOTHING))
    }

    deinit {
        // Closing kept connections would call back into an object that is going away.
        _ = unsafe shim_multi_set_socket_function(raw, nil)
        _ = unsafe shim_multi_set_timer_function(raw, nil)
        _ = unsafe curl_multi_cleanup(raw)
    }

    /// How many connections are open at most, at work or kept: more than are ever at work, so that a
    /// host's next request finds its own.
    package static func maximumConnections(for transfers: Int) -> Int { 2 * transfers }

    package func add(_ easy: CurlHandle) throws(CurlError) {
        try check(unsafe curl_multi_add_handle(raw, easy.raw))
    }

    /// Ends the transfer if it is still at work.
    package func remove(_ easy: CurlHandle) {
        // It fails only for a handle that is not in here.
        _ = unsafe curl_multi_remove_handle(raw, easy.raw)
    }

    package func act(on event: EpollLoop.Event) {
        let actions =
            (event.isReadable ? CURL_CSELECT_IN : 0) | (event.isWritable ? CURL_CSELECT_OUT : 0)
            | (event.isBroken ? CURL_CSELECT_ERR : 0)
        act(on: event.socket, actions)
    }

    /// Calls libcurl if its deadline has come.
    package func actOnTime() {
        guard let deadline, deadline <= .now else { return }
        self.deadline = nil
        act(on: CURL_SOCKET_TIMEOUT, 0)
    }

    package struct Finished {
        /// As its handle was given it.
        package let key: Int
        package let end: TransferEnd
    }

    /// The next transfer that has ended since it was last asked for.
    package func nextFinished() -> Finished? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(raw, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            var key: UnsafeMutableRawPointer?
            _ = unsafe shim_easy_get_pointer(message.pointee.easy_handle, CURLINFO_PRIVATE, &key)
            return Finished(
                key: Int(bitPattern: key),
                end: TransferEnd(unsafe message.pointee.data.result))
        }
        return nil
    }

    // MARK: - Private

    private func act(on socket: Int32, _ actions: Int32) {
        var running: Int32 = 0
        let code = unsafe curl_multi_socket_action(raw, socket, actions, &running)
        // A socket that libcurl has closed meanwhile is no concern any more.
        precondition(
            code == CURLM_OK || code == CURLM_BAD_SOCKET, "libcurl: \(code.rawValue) on a socket")
    }

    private func lendFunctions() throws(CurlError) {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        try check(
            unsafe shim_multi_set_socket_function(raw) { _, socket, what, context, _ in
                unsafe MultiHandle.lent(context)?.watch(socket, for: what)
                return 0
            })
        try check(unsafe shim_multi_set_pointer(raw, CURLMOPT_SOCKETDATA, context))
        try check(
            unsafe shim_multi_set_timer_function(raw) { _, milliseconds, context in
                unsafe MultiHandle.lent(context)?.setDeadline(milliseconds)
                return 0
            })
        try check(unsafe shim_multi_set_pointer(raw, CURLMOPT_TIMERDATA, context))
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> MultiHandle? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    private func watch(_ socket: Int32, for what: Int32) {
        if what == CURL_POLL_REMOVE {
            watched.remove(socket)
            loop.forget(socket)
        } else {
            loop.watch(
                socket, readable: what & CURL_POLL_IN != 0, writable: what & CURL_POLL_OUT != 0,
                isNew: watched.insert(socket).inserted)
        }
    }

    private func setDeadline(_ milliseconds: Int) {
        deadline = milliseconds < 0 ? nil : .now + .milliseconds(milliseconds)
    }

    private func set(_ option: CURLMoption, _ value: Int) throws(CurlError) {
        try check(unsafe shim_multi_set_long(raw, option, value))
    }

    private func check(_ code: CURLMcode) throws(CurlError) {
        guard code == CURLM_OK else { throw .refusedByMulti(code: Int(code.rawValue)) }
    }
}
