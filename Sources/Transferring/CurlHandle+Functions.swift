import CLibCurl
import Glibc
import Model

extension CurlHandle {
    /// What a transfer asks and tells while it is at work, on the thread that drives it.
    package struct Functions {
        /// Takes decoded bytes of the body.
        package var takeBody: ((RawSpan) -> Taking)?
        /// Takes a line of the head, with its line break; `false` ends the transfer.
        package var takeHead: ((RawSpan) -> Bool)?
        /// Gives the next bytes of what is sent, at most so many; none ends it.
        package var giveBody: ((_ most: Int) -> ArraySlice<UInt8>)?
        /// Asked now and then, with the bytes of the body so far, as sent; `false` ends the transfer.
        package var mayContinue: ((_ receivedBytes: Int) -> Bool)?
        /// Asked before a connection is begun, `nil` being neither IPv4 nor IPv6; after `false` libcurl
        /// tries the next address of the name.
        package var mayConnect: ((NetworkPlace?) -> Bool)?
        /// Told of each socket that is made.
        package var noteSocket: ((Int32) -> Void)?
        /// Asked before the request goes out, over a kept connection too; `false` ends the transfer.
        package var mayRequest: ((NetworkPlace?, _ localPort: Int) -> Bool)?

        package init() {}
    }

    package enum Taking {
        case taken
        /// The transfer ends.
        case refused
        /// Nothing is taken until `resume`, and then the same bytes come again.
        case later
    }

    /// Has the transfers from now on call these, in place of those before.
    package func lend(_ functions: Functions) throws(CurlError) {
        let before = lent.functions
        lent.functions = functions
        // libcurl is told but once of each kind: what it calls then looks for the one of the moment.
        if functions.takeBody != nil, before.takeBody == nil { try lendTakeBody() }
        if functions.takeHead != nil, before.takeHead == nil { try lendTakeHead() }
        if functions.giveBody != nil, before.giveBody == nil { try lendGiveBody() }
        if functions.mayContinue != nil, before.mayContinue == nil { try lendMayContinue() }
        if functions.mayConnect != nil, before.mayConnect == nil { try lendMayConnect() }
        if functions.mayRequest != nil, before.mayRequest == nil { try lendMayRequest() }
    }

    // MARK: - Private

    private var context: UnsafeMutableRawPointer {
        unsafe Unmanaged.passUnretained(lent).toOpaque()
    }

    private func lendTakeBody() throws(CurlError) {
        try unsafe set(CURLOPT_WRITEDATA, context)
        let code = unsafe shim_easy_set_write_function(raw, CURLOPT_WRITEFUNCTION) {
            bytes, size, count, context in
            let bytes = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
            return unsafe LentFunctions.lent(context).takeBody(bytes)
        }
        try check(code, CURLOPT_WRITEFUNCTION)
    }

    private func lendTakeHead() throws(CurlError) {
        try unsafe set(CURLOPT_HEADERDATA, context)
        let code = unsafe shim_easy_set_write_function(raw, CURLOPT_HEADERFUNCTION) {
            bytes, size, count, context in
            let bytes = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
            return unsafe LentFunctions.lent(context).takeHead(bytes)
        }
        try check(code, CURLOPT_HEADERFUNCTION)
    }

    private func lendGiveBody() throws(CurlError) {
        try unsafe set(CURLOPT_READDATA, context)
        let code = unsafe shim_easy_set_read_function(raw) { place, size, count, context in
            let room = unsafe UnsafeMutableRawBufferPointer(start: place, count: size * count)
            return unsafe LentFunctions.lent(context).giveBody(room)
        }
        try check(code, CURLOPT_READFUNCTION)
    }

    private func lendMayContinue() throws(CurlError) {
        try unsafe set(CURLOPT_XFERINFODATA, context)
        let code = unsafe shim_easy_set_progress_function(raw) { context, _, bytes, _, _ in
            unsafe LentFunctions.lent(context).mayContinue(Int(bytes)) ? 0 : 1
        }
        try check(code, CURLOPT_XFERINFOFUNCTION)
        try check(unsafe shim_easy_set_long(raw, CURLOPT_NOPROGRESS, 0), CURLOPT_NOPROGRESS)
    }

    private func lendMayConnect() throws(CurlError) {
        try unsafe set(CURLOPT_OPENSOCKETDATA, context)
        let code = unsafe shim_easy_set_socket_function(raw) { context, _, place in
            guard let place = unsafe place else { return CURL_SOCKET_BAD }
            return unsafe LentFunctions.lent(context).openSocket(for: place)
        }
        try check(code, CURLOPT_OPENSOCKETFUNCTION)
    }

    private func lendMayRequest() throws(CurlError) {
        try unsafe set(CURLOPT_PREREQDATA, context)
        let code = unsafe shim_easy_set_prerequest_function(raw) {
            context, address, _, port, localPort in
            unsafe LentFunctions.lent(context)
                .mayRequest(from: address, port: Int(port), localPort: Int(localPort))
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        }
        try check(code, CURLOPT_PREREQFUNCTION)
    }
}

/// What libcurl is lent a pointer to: the functions of the moment of one handle, which owns it.
final class LentFunctions {
    var functions = CurlHandle.Functions()

    fileprivate static func lent(_ context: UnsafeMutableRawPointer?) -> LentFunctions {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    /// - Returns: the number of the bytes; any other ends or pauses the transfer.
    fileprivate func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch unsafe functions.takeBody?(bytes.bytes) ?? .taken {
        case .taken: bytes.count
        case .refused: 0
        case .later: Int(CURL_WRITEFUNC_PAUSE)
        }
    }

    fileprivate func takeHead(_ line: UnsafeRawBufferPointer) -> Int {
        unsafe functions.takeHead?(line.bytes) ?? true ? line.count : 0
    }

    fileprivate func giveBody(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let bytes = functions.giveBody?(room.count) ?? []
        unsafe room.copyBytes(from: bytes)
        return bytes.count
    }

    fileprivate func mayContinue(_ receivedBytes: Int) -> Bool {
        functions.mayContinue?(receivedBytes) ?? true
    }

    fileprivate func openSocket(for place: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard functions.mayConnect?(unsafe NetworkPlace(place)) == true else {
            return CURL_SOCKET_BAD
        }
        let made = unsafe socket(
            place.pointee.family, place.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            place.pointee.protocol)
        functions.noteSocket?(made)
        return made
    }

    fileprivate func mayRequest(
        from text: UnsafeMutablePointer<CChar>?, port: Int, localPort: Int
    ) -> Bool {
        let address = unsafe text.flatMap { unsafe NetworkAddress(numeric: $0) }
        return functions.mayRequest?(
            address.map { NetworkPlace(address: $0, port: port) }, localPort) ?? true
    }
}
