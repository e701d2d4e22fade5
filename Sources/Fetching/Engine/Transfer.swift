import Model
import Transferring

/// One request at work: what libcurl is told, what it calls back, and what it left in the end.
///
/// Lives on the engine's thread. Its handle calls it, so it must stay until the handle has left the
/// multi handle.
final class Transfer {
    let handle: CurlHandle
    private let orders: Orders
    private var head = AnswerHead()
    private var body = TransferBody()
    private var connection = TransferConnection()
    /// Why we ended it, beside what its body has to say.
    private var excess: TransferFault.Excess?

    /// - Parameter handle: one that knows what is the same for all requests.
    init(_ orders: Orders, key: Int, handle: CurlHandle) throws(TransferFault) {
        self.orders = orders
        self.handle = handle
        if orders.proxy != nil, let literal = orders.address.literalAddress,
            // The proxy would be the one to connect, so this is all that can be judged here.
            case .network(let address)? = orders.policy.refusal(of: literal, port: 443)
        {
            throw .refused(.network(address))
        }
        do throws(CurlError) {
            try handle.configure(for: orders, key: key)
            try handle.lend(functions)
        } catch {
            throw TransferFault(error)
        }
    }

    /// Whether its handle may do another transfer: one that trusts a certificate of the feed's own
    /// would trust it for others too.
    var leavesHandle: Bool { orders.certificateFile == nil }

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
        /// A body came that libcurl cannot decode: it is to be asked for as it is, uncompressed.
        case undecoded
        /// Nothing has been asked, as others use the host's address as much as may be.
        case addressTaken(NetworkAddress)
    }

    /// What came, once libcurl has said that the transfer ended.
    func outcome(_ end: TransferEnd) -> Outcome {
        let status = handle.status ?? 0
        if isWhole(end.kind, status: status) {
            // It is the idle connection that the server has given up, not us.
            if status == 408, isOverKeptConnection { return .connectionStale }
            if status < 300, !orders.unpacks, head.isCompressed { return .failed(.undecodable) }
            return .answered(
                HTTPResponse(
                    status: status, body: body.bytes, headers: head.fields,
                    location: location))
        }
        if connection.isStale { return .connectionStale }
        if let address = takenAddress(end.kind) { return .addressTaken(address) }
        let fault = fault(end)
        return fault == .undecodable && orders.unpacks ? .undecoded : .failed(fault)
    }

    /// What it has taken so far.
    var timing: FetchTiming {
        FetchTiming(
            duration: handle.time(of: .end),
            wireBytes: head.sizeInBytes + handle.receivedBytes,
            decodedBytes: body.bytes.count,
            phases: FetchTiming.Phases(
                nameLookup: handle.time(of: .nameLookup), connect: handle.time(of: .connect),
                tls: handle.time(of: .tls), firstByte: handle.time(of: .firstByte),
                total: handle.time(of: .end)),
            status: handle.status)
    }

    // MARK: - Private

    /// What its handle calls.
    private var functions: CurlHandle.Functions {
        var functions = CurlHandle.Functions()
        functions.takeBody = { [unowned self] in body.take($0, from: handle, orders) }
        functions.takeHead = { [unowned self] in takeHead($0) }
        functions.mayContinue = { [unowned self] in mayContinue(wireBytes: $0) }
        functions.mayConnect = { [unowned self] in connection.mayConnect(to: $0, orders) }
        functions.noteSocket = { [unowned self] in connection.note($0) }
        functions.mayRequest = { [unowned self] in
            connection.mayRequest(from: $0, localPort: $1, orders)
        }
        return functions
    }

    private func takeHead(_ line: RawSpan) -> Bool {
        head.take(line)
        guard head.sizeInBytes > orders.limits.headerBytes else { return true }
        excess = .headers(limit: orders.limits.headerBytes)
        return false
    }

    private func mayContinue(wireBytes: Int) -> Bool {
        if orders.address.isSecure { connection.noteWhetherConnected() }
        guard wireBytes > orders.limits.wireBytes else { return true }
        excess = .wire(limit: orders.limits.wireBytes)
        return false
    }

    private func isWhole(_ end: TransferEnd.Kind, status: Int) -> Bool {
        // Of an answer that is no document, nothing that befalls its page matters.
        if status >= 300, end != .timedOut, head.isComplete || end == .tooLong {
            return true
        }
        // A limit passed while a pause ends is reported to nobody.
        guard end == .complete || body.isCutShort, excess == nil, body.excess == nil else {
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
        let place = handle.redirectAddress ?? sent.map(orders.address.resolved)
        return place?.replacing(" ", with: "%20")
    }

    /// Whether it went over a connection that was there already.
    private var isOverKeptConnection: Bool { handle.newConnections == 0 }

    /// What others use, if that is why the transfer ended before it asked for anything.
    private func takenAddress(_ end: TransferEnd.Kind) -> NetworkAddress? {
        switch end {
        case .notConnected, .endedByUs: connection.takenAddress
        case .timedOut: connection.hasConnected(timing.phases) ? nil : connection.takenAddress
        default: nil
        }
    }

    /// What is wrong with the proxy, if that is why the transfer came no further.
    private func proxyTrouble(_ end: TransferEnd.Kind) -> TransferFault.Proxy? {
        guard orders.proxy != nil else { return nil }
        let status = handle.proxyStatus ?? 0
        if status >= 500 { return .reachesNoHost(status: status) }
        if status >= 300 { return .refuses(status: status) }
        return end == .notConnected ? .notConnected : nil
    }

    private func fault(_ end: TransferEnd) -> TransferFault {
        if let excess = excess ?? body.excess { return .exceeded(excess) }
        if let trouble = proxyTrouble(end.kind) { return .proxy(trouble) }
        switch end.kind {
        case .notConnected, .endedByUs:
            return connection.refusal.map(TransferFault.refused) ?? .notConnected
        case .timedOut:
            let phases = timing.phases
            return .timeout(
                phases, limit: orders.timeout, isSecure: orders.address.isSecure,
                isConnected: connection.hasConnected(phases), isReady: connection.isReady,
                limits: orders.limits)
        case .untrustedCertificate: return .tls(.certificate(handle.certificateFlaw))
        default:
            return TransferFault(end, limits: orders.limits, hasHead: head.isComplete)
        }
    }
}
