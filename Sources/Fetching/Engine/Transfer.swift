import CLibCurl
import Glibc

/// One request at work: what libcurl is told, what it calls back, and what it left in the end.
///
/// Lives on the engine's thread. libcurl is lent a pointer to it, so it must stay until its handle
/// has left the multi handle.
@safe final class Transfer {
    let handle: EasyHandle
    private(set) var body: [UInt8] = []
    /// What of it the budget has granted.
    private(set) var grantedBytes = 0
    private let orders: Orders
    private var head = AnswerHead()
    /// Ended by us at its limit, with what had come kept.
    private var isCutShort = false
    /// Ended by us before its request, as its kept connection could not be used.
    private var isStale = false
    /// The last socket that was made for it.
    private var socket: Int32?
    /// Whether TLS could begin; libcurl says so only when TLS is done.
    private var isConnected = false
    /// Why we ended the transfer or refused an address; libcurl's code says less.
    private var excess: TransferFault.Excess?
    private var refusal: AddressPolicy.Refusal?

    /// All that a transfer is told at its start.
    struct Orders {
        let address: WebAddress
        let headers: [String]
        let timeout: Duration
        var maximumSizeInBytes: Int
        /// What is longer than its limit is no failure: the rest is not asked for.
        var keepsStart = false
        let certificateFile: String?
        let usesHTTP1: Bool
        /// Whether no kept connection is used.
        let needsNewConnection: Bool
        let limits: TransferLimits
        let userAgent: String
        let proxy: String?
        let policy: AddressPolicy
        let connections: KeptConnections
        /// Asked before the body grows; `false` makes it wait until `resume`.
        let mayGrow: (_ count: Int) -> Bool
    }

    /// - Parameter handle: new, or one that has done another transfer of the same engine.
    init(_ orders: Orders, key: Int, handle: EasyHandle) throws(TransferFault) {
        self.orders = orders
        self.handle = handle
        if orders.proxy != nil, let literal = orders.address.literalAddress,
            // The proxy would be the one to connect, so this is all that can be judged here.
            case .network(let address)? = orders.policy.refusal(of: literal, port: 443)
        {
            throw .refused(.network(address))
        }
        if handle.isNew {
            try handle.configureForAll(orders)
            try lendFunctions()
        }
        try handle.configure(for: orders, key: key)
        try unsafe handle.set(context: Unmanaged.passUnretained(self).toOpaque())
    }

    /// Goes on after its body had to wait.
    func resume() {
        handle.resume()
    }

    /// What came, once libcurl has said that the transfer ended.
    func outcome(_ code: CURLcode) -> Result<HTTPResponse, TransferFault> {
        let status = handle.number(CURLINFO_RESPONSE_CODE)
        guard isWhole(code, status: status) else { return .failure(fault(code)) }
        return .success(
            HTTPResponse(
                status: status, body: body, headers: head.fields,
                location: handle.text(CURLINFO_REDIRECT_URL) ?? location))
    }

    private func isWhole(_ code: CURLcode, status: Int) -> Bool {
        // Of an answer that is no document, nothing that befalls its page matters.
        let isInTime = code != CURLE_OPERATION_TIMEDOUT
        if status >= 300, isInTime, head.isComplete || code == CURLE_FILESIZE_EXCEEDED {
            return true
        }
        // A limit passed while a pause ends is reported to nobody.
        guard code == CURLE_OK || isCutShort, excess == nil else { return false }
        return head.isComplete && !head.isContradictory
    }

    /// Where a redirect leads whose page libcurl could not read to its end.
    private var location: String? {
        head.fields[.location].flatMap { $0.isEmpty ? nil : orders.address.resolved($0) }
    }

    /// Whether it went over a connection that was there already.
    var isOverKeptConnection: Bool { handle.number(CURLINFO_NUM_CONNECTS) == 0 }

    /// What it has taken so far.
    var timing: FetchTiming {
        func moment(_ info: CURLINFO) -> Duration { .microseconds(handle.large(info)) }
        let status = handle.number(CURLINFO_RESPONSE_CODE)
        return FetchTiming(
            duration: moment(CURLINFO_TOTAL_TIME_T),
            wireBytes: head.sizeInBytes + handle.large(CURLINFO_SIZE_DOWNLOAD_T),
            decodedBytes: body.count,
            phases: FetchTiming.Phases(
                nameLookup: moment(CURLINFO_NAMELOOKUP_TIME_T),
                connect: moment(CURLINFO_CONNECT_TIME_T),
                tls: moment(CURLINFO_APPCONNECT_TIME_T),
                firstByte: moment(CURLINFO_STARTTRANSFER_TIME_T),
                total: moment(CURLINFO_TOTAL_TIME_T)),
            status: status == 0 ? nil : status)
    }

    // MARK: - Private: what libcurl calls

    private func lendFunctions() throws(TransferFault) {
        try unsafe handle.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            unsafe Transfer.lent(context).receive(
                UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try unsafe handle.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            unsafe Transfer.lent(context).receiveHead(
                UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        try unsafe handle.set(progress: { context, _, wireBytes, _, _ in
            unsafe Transfer.lent(context).mayContinue(wireBytes: Int(wireBytes)) ? 0 : 1
        })
        try unsafe handle.set(openSocket: { context, _, address in
            unsafe Transfer.lent(context).openSocket(for: address)
        })
        try unsafe handle.set(beforeRequest: { context, address, _, port, localPort in
            unsafe Transfer.lent(context).mayRequest(
                from: address, port: Int(port), localPort: Int(localPort))
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        })
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> Transfer {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes decoded bytes; any other number than theirs back ends or pauses the transfer.
    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        let isDocument = handle.number(CURLINFO_RESPONSE_CODE) < 300
        let limit =
            isDocument
            ? orders.maximumSizeInBytes
            : min(orders.maximumSizeInBytes, Self.longestErrorPage)
        let length = body.count + bytes.count
        if length > limit, orders.keepsStart || !isDocument {
            unsafe body.append(contentsOf: bytes.prefix(limit - body.count))
            isCutShort = true
            return 0
        } else if length > limit {
            excess = .decoded(limit: limit)
        } else if length > orders.limits.expansionFreeBytes,
            length / orders.limits.expansion > handle.large(CURLINFO_SIZE_DOWNLOAD_T)
        {
            excess = .expansion(limit: orders.limits.expansion)
        }
        guard excess == nil else { return 0 }
        guard orders.mayGrow(bytes.count) else { return Int(CURL_WRITEFUNC_PAUSE) }
        grantedBytes += bytes.count
        if body.isEmpty { makeRoom(for: bytes.count) }
        unsafe body.append(contentsOf: bytes)
        return bytes.count
    }

    /// What is announced may be a lie, or compressed: room for it is no more than a guess.
    private func makeRoom(for count: Int) {
        let announced = handle.large(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T)
        body.reserveCapacity(max(count, min(announced, 256 << 10)))
    }

    /// Enough of an error's page to tell who sent it.
    private static let longestErrorPage = 16 << 10

    private func receiveHead(_ line: UnsafeRawBufferPointer) -> Int {
        unsafe head.take(line)
        guard head.sizeInBytes <= orders.limits.headerBytes else {
            excess = .headers(limit: orders.limits.headerBytes)
            return 0
        }
        return line.count
    }

    private func mayContinue(wireBytes: Int) -> Bool {
        if let socket, !isConnected, orders.address.isSecure {
            isConnected = KeptConnections.isConnected(socket)
        }
        guard wireBytes > orders.limits.wireBytes else { return true }
        excess = .wire(limit: orders.limits.wireBytes)
        return false
    }

    /// Makes the socket of a connection if its address may be called; libcurl then tries the next
    /// address of the name, which is judged in its turn.
    private func openSocket(for address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address = unsafe address else { return CURL_SOCKET_BAD }
        if orders.proxy == nil {
            refusal = unsafe refusal(of: address) ?? refusal
            guard unsafe self.refusal(of: address) == nil else { return CURL_SOCKET_BAD }
        }
        let made = unsafe Glibc.socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
        socket = made
        return made
    }

    private func refusal(of address: UnsafeMutablePointer<curl_sockaddr>) -> AddressPolicy.Refusal?
    {
        guard let (found, port) = unsafe NetworkAddress.read(from: address) else {
            return .unknownFamily
        }
        return orders.policy.refusal(of: found, port: port)
    }

    /// The second check, which kept connections come by too.
    private func mayRequest(
        from text: UnsafeMutablePointer<CChar>?, port: Int, localPort: Int
    ) -> Bool {
        guard orders.proxy == nil else { return true }
        if let socket {
            // Judged when it was made.
            orders.connections.note(socket, localPort: localPort)
            return true
        }
        if !orders.address.isSecure {
            isStale = orders.connections.hasUninvitedAnswer(localPort: localPort)
            if isStale { return false }
        }
        let found = unsafe text.flatMap { unsafe NetworkAddress(numeric: $0) }
        refusal = found.map { orders.policy.refusal(of: $0, port: port) } ?? .unknownFamily
        return refusal == nil
    }

    // MARK: - Private: what went wrong

    private func fault(_ code: CURLcode) -> TransferFault {
        if isStale { return .staleConnection }
        if let excess { return .exceeded(excess) }
        if code == CURLE_OK { return .interrupted }
        switch code {
        case CURLE_FILESIZE_EXCEEDED: return .exceeded(.wire(limit: orders.limits.wireBytes))
        case CURLE_COULDNT_RESOLVE_HOST: return .nameNotFound
        case CURLE_COULDNT_RESOLVE_PROXY:
            return .library("the proxy's name has no address; check proxy in the feeds file")
        case CURLE_COULDNT_CONNECT, CURLE_ABORTED_BY_CALLBACK:
            return refusal.map(TransferFault.refused) ?? .notConnected
        case CURLE_OPERATION_TIMEDOUT:
            return .timeout(
                timing.phases, limit: orders.timeout, isSecure: orders.address.isSecure,
                isConnected: isConnected, limits: orders.limits)
        case CURLE_PEER_FAILED_VERIFICATION:
            return .tls(TransferFault.TLS(verifyResult: handle.number(CURLINFO_SSL_VERIFYRESULT)))
        case CURLE_SSL_CONNECT_ERROR: return .tls(.noHandshake)
        // Our own functions say why they end a transfer, so this one is the decoder's.
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR: return .undecodable
        // What it calls so is a line longer than it reads.
        case CURLE_OUT_OF_MEMORY where !head.isComplete:
            return .exceeded(.headers(limit: orders.limits.headerBytes))
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM:
            return .interrupted
        default: return .library(unsafe String(cString: curl_easy_strerror(code)))
        }
    }
}
