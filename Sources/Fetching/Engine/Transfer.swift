import CLibCurl
import Model

/// One request at work: what libcurl is told, what it calls back, and what it left in the end.
///
/// Lives on the engine's thread. libcurl is lent a pointer to it, so it must stay until its handle
/// has left the multi handle.
@safe final class Transfer {
    let handle: EasyHandle
    private let orders: Orders
    private var head = AnswerHead()
    private var body = TransferBody()
    private var connection = TransferConnection()
    /// Why we ended it, beside what its body has to say.
    private var excess: TransferFault.Excess?

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
            try Self.lendFunctions(to: handle)
        }
        try handle.configure(for: orders, key: key)
        try unsafe handle.set(context: Unmanaged.passUnretained(self).toOpaque())
    }

    /// Goes on after its body had to wait.
    func resume() {
        handle.resume()
    }

    /// What of its body the budget has granted.
    var grantedBytes: Int { body.grantedBytes }

    /// What a transfer has come to.
    enum Outcome {
        case answered(HTTPResponse)
        case failed(TransferFault)
        /// Nothing has been asked that the host would have taken up: something came on its kept
        /// connection before, so that a new one is to be used.
        case connectionStale
        /// A body came that is said to be encoded in a way nobody knows: it is to be asked for without
        /// looking at what it is said to be.
        case oddlyEncoded
        /// Nothing has been asked, as others use the host's address as much as may be.
        case addressTaken(NetworkAddress)
    }

    /// What came, once libcurl has said that the transfer ended.
    func outcome(_ code: CURLcode) -> Outcome {
        let status = handle.number(CURLINFO_RESPONSE_CODE)
        if isWhole(code, status: status) {
            // It is the idle connection that the server has given up, not us.
            if status == 408, isOverKeptConnection { return .connectionStale }
            return .answered(
                HTTPResponse(
                    status: status, body: body.bytes, headers: head.fields,
                    location: location))
        }
        if connection.isStale { return .connectionStale }
        if let address = takenAddress(code) { return .addressTaken(address) }
        let fault = fault(code)
        let mayBeWhole = fault == .undecodable && orders.unpacks && head.isOddlyEncoded
        return mayBeWhole ? .oddlyEncoded : .failed(fault)
    }

    /// What it has taken so far.
    var timing: FetchTiming {
        func moment(_ info: CURLINFO) -> Duration { .microseconds(handle.large(info)) }
        let status = handle.number(CURLINFO_RESPONSE_CODE)
        return FetchTiming(
            duration: moment(CURLINFO_TOTAL_TIME_T),
            wireBytes: head.sizeInBytes + handle.large(CURLINFO_SIZE_DOWNLOAD_T),
            decodedBytes: body.bytes.count,
            phases: FetchTiming.Phases(
                nameLookup: moment(CURLINFO_NAMELOOKUP_TIME_T),
                connect: moment(CURLINFO_CONNECT_TIME_T),
                tls: moment(CURLINFO_APPCONNECT_TIME_T),
                firstByte: moment(CURLINFO_STARTTRANSFER_TIME_T),
                total: moment(CURLINFO_TOTAL_TIME_T)),
            status: status == 0 ? nil : status)
    }

    // MARK: What libcurl calls

    func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe body.take(bytes, from: handle, orders)
    }

    func receiveHead(_ line: UnsafeRawBufferPointer) -> Int {
        unsafe head.take(line)
        guard head.sizeInBytes <= orders.limits.headerBytes else {
            excess = .headers(limit: orders.limits.headerBytes)
            return 0
        }
        return line.count
    }

    func mayContinue(wireBytes: Int) -> Bool {
        if orders.address.isSecure { connection.noteWhetherConnected() }
        guard wireBytes > orders.limits.wireBytes else { return true }
        excess = .wire(limit: orders.limits.wireBytes)
        return false
    }

    func openSocket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        unsafe connection.openSocket(for: address, orders)
    }

    func mayRequest(from text: UnsafeMutablePointer<CChar>?, port: Int, localPort: Int) -> Bool {
        unsafe connection.mayRequest(from: text, port: port, localPort: localPort, orders)
    }

    // MARK: - Private

    private func isWhole(_ code: CURLcode, status: Int) -> Bool {
        // Of an answer that is no document, nothing that befalls its page matters.
        let isInTime = code != CURLE_OPERATION_TIMEDOUT
        if status >= 300, isInTime, head.isComplete || code == CURLE_FILESIZE_EXCEEDED {
            return true
        }
        // A limit passed while a pause ends is reported to nobody.
        guard code == CURLE_OK || body.isCutShort, excess == nil, body.excess == nil else {
            return false
        }
        return head.isComplete && !head.isContradictory
    }

    /// Where a redirect leads, also one whose page libcurl could not read to its end.
    ///
    /// Of spaces, which have no place in an address but stand in many, libcurl encodes those of relative
    /// references alone.
    private var location: String? {
        let sent = head.fields[.location].flatMap { $0.isEmpty ? nil : $0 }
        let place = handle.text(CURLINFO_REDIRECT_URL) ?? sent.map(orders.address.resolved)
        return place?.replacing(" ", with: "%20")
    }

    /// Whether it went over a connection that was there already.
    private var isOverKeptConnection: Bool { handle.number(CURLINFO_NUM_CONNECTS) == 0 }

    /// What others use, if that is why the transfer ended before it asked for anything.
    private func takenAddress(_ code: CURLcode) -> NetworkAddress? {
        switch code {
        case CURLE_COULDNT_CONNECT, CURLE_ABORTED_BY_CALLBACK: return connection.takenAddress
        case CURLE_OPERATION_TIMEDOUT:
            return connection.hasConnected(timing.phases) ? nil : connection.takenAddress
        default: return nil
        }
    }

    /// What is wrong with the proxy, if that is why the transfer came no further.
    private func proxyTrouble(_ code: CURLcode) -> TransferFault.Proxy? {
        guard orders.proxy != nil else { return nil }
        let status = handle.number(CURLINFO_HTTP_CONNECTCODE)
        if status >= 500 { return .reachesNoHost(status: status) }
        if status >= 300 { return .refuses(status: status) }
        return code == CURLE_COULDNT_CONNECT ? .notConnected : nil
    }

    private func fault(_ code: CURLcode) -> TransferFault {
        if let excess = excess ?? body.excess { return .exceeded(excess) }
        if let trouble = proxyTrouble(code) { return .proxy(trouble) }
        switch code {
        case CURLE_COULDNT_CONNECT, CURLE_ABORTED_BY_CALLBACK:
            return connection.refusal.map(TransferFault.refused) ?? .notConnected
        case CURLE_OPERATION_TIMEDOUT:
            let phases = timing.phases
            return .timeout(
                phases, limit: orders.timeout, isSecure: orders.address.isSecure,
                isConnected: connection.hasConnected(phases), isReady: connection.isReady,
                limits: orders.limits)
        case CURLE_PEER_FAILED_VERIFICATION:
            return .tls(TransferFault.TLS(verifyResult: handle.number(CURLINFO_SSL_VERIFYRESULT)))
        default:
            return TransferFault(code, limits: orders.limits, hasHead: head.isComplete)
        }
    }
}
