import CLibCurl
import Glibc

/// One request at work: what libcurl is told, what it calls back, and what it left in the end.
///
/// Lives on the engine's thread. libcurl is lent a pointer to it, so it must stay until its handle
/// has left the multi handle.
@safe final class Transfer {
    let handle: EasyHandle
    private(set) var body: [UInt8] = []
    private let orders: Orders
    private var headerBytes = 0
    /// Ended by us at its limit, with what had come kept.
    private var isCutShort = false
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
        var certificateFile: String?
        var usesHTTP1 = false
        let limits: TransferLimits
        let userAgent: String
        let proxy: String?
        let policy: AddressPolicy
        /// Asked before the body grows; `false` makes it wait until `resume`.
        let mayGrow: (_ count: Int) -> Bool
    }

    init(_ orders: Orders, key: Int) throws(TransferFault) {
        self.orders = orders
        handle = try EasyHandle()
        if orders.proxy != nil, let literal = orders.address.literalAddress,
            // The proxy would be the one to connect, so this is all that can be judged here.
            case .network(let address)? = orders.policy.refusal(of: literal, port: 443)
        {
            throw .refused(.network(address))
        }
        try handle.configure(for: orders, key: key)
        try lendFunctions()
    }

    /// Goes on after its body had to wait.
    func resume() {
        handle.resume()
    }

    /// What came, once libcurl has said that the transfer ended.
    func outcome(_ code: CURLcode) -> Result<HTTPResponse, TransferFault> {
        // A limit passed while a pause ends is reported to nobody.
        guard code == CURLE_OK || isCutShort, excess == nil else { return .failure(fault(code)) }
        var headers: [HTTPResponse.Header: String] = [:]
        for header in HTTPResponse.Header.allCases {
            headers[header] = handle.header(header.rawValue)
        }
        return .success(
            HTTPResponse(
                status: handle.number(CURLINFO_RESPONSE_CODE), body: body, headers: headers,
                location: handle.text(CURLINFO_REDIRECT_URL)))
    }

    /// What it has taken so far.
    var timing: FetchTiming {
        func moment(_ info: CURLINFO) -> Duration { .microseconds(handle.large(info)) }
        let status = handle.number(CURLINFO_RESPONSE_CODE)
        return FetchTiming(
            duration: moment(CURLINFO_TOTAL_TIME_T),
            wireBytes: headerBytes + handle.large(CURLINFO_SIZE_DOWNLOAD_T),
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
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        try unsafe handle.set(
            CURLOPT_WRITEFUNCTION,
            { bytes, size, count, context in
                unsafe Transfer.lent(context).receive(
                    UnsafeRawBufferPointer(start: bytes, count: size * count))
            }, CURLOPT_WRITEDATA, context)
        try unsafe handle.set(
            CURLOPT_HEADERFUNCTION,
            { _, size, count, context in
                unsafe Transfer.lent(context).receiveHeader(length: size * count)
            }, CURLOPT_HEADERDATA, context)
        try unsafe handle.set(
            progress: { context, _, wireBytes, _, _ in
                unsafe Transfer.lent(context).mayContinue(wireBytes: Int(wireBytes)) ? 0 : 1
            }, context)
        try unsafe handle.set(
            openSocket: { context, _, address in
                unsafe Transfer.lent(context).openSocket(for: address)
            }, context)
        try unsafe handle.set(
            beforeRequest: { context, address, _, port, _ in
                unsafe Transfer.lent(context).mayRequest(from: address, port: Int(port))
                    ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
            }, context)
    }

    private static func lent(_ context: UnsafeMutableRawPointer?) -> Transfer {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes decoded bytes; any other number than theirs back ends or pauses the transfer.
    private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        let length = body.count + bytes.count
        if length > orders.maximumSizeInBytes, orders.keepsStart {
            unsafe body.append(contentsOf: bytes.prefix(orders.maximumSizeInBytes - body.count))
            isCutShort = true
            return 0
        } else if length > orders.maximumSizeInBytes {
            excess = .decoded(limit: orders.maximumSizeInBytes)
        } else if length > orders.limits.expansionFreeBytes,
            length / orders.limits.expansion > handle.large(CURLINFO_SIZE_DOWNLOAD_T)
        {
            excess = .expansion(limit: orders.limits.expansion)
        }
        guard excess == nil else { return 0 }
        guard orders.mayGrow(bytes.count) else { return Int(CURL_WRITEFUNC_PAUSE) }
        unsafe body.append(contentsOf: bytes)
        return bytes.count
    }

    private func receiveHeader(length: Int) -> Int {
        headerBytes += length
        guard headerBytes <= orders.limits.headerBytes else {
            excess = .headers(limit: orders.limits.headerBytes)
            return 0
        }
        return length
    }

    private func mayContinue(wireBytes: Int) -> Bool {
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
        return unsafe socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }

    private func refusal(of address: UnsafeMutablePointer<curl_sockaddr>) -> AddressPolicy.Refusal?
    {
        guard let (found, port) = unsafe NetworkAddress.read(from: address) else {
            return .unknownFamily
        }
        return orders.policy.refusal(of: found, port: port)
    }

    /// The second check, which kept connections come by too.
    private func mayRequest(from text: UnsafeMutablePointer<CChar>?, port: Int) -> Bool {
        guard orders.proxy == nil else { return true }
        let found = unsafe text.flatMap { unsafe NetworkAddress(String(cString: $0)) }
        refusal = found.map { orders.policy.refusal(of: $0, port: port) } ?? .unknownFamily
        return refusal == nil
    }

    // MARK: - Private: what went wrong

    private func fault(_ code: CURLcode) -> TransferFault {
        if let excess { return .exceeded(excess) }
        switch code {
        case CURLE_FILESIZE_EXCEEDED: return .exceeded(.wire(limit: orders.limits.wireBytes))
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .nameNotFound
        case CURLE_COULDNT_CONNECT, CURLE_ABORTED_BY_CALLBACK:
            return refusal.map(TransferFault.refused) ?? .notConnected
        case CURLE_OPERATION_TIMEDOUT:
            return .timeout(
                timing.phases, limit: orders.timeout,
                isSecure: orders.address.text.hasPrefix("https:"))
        case CURLE_PEER_FAILED_VERIFICATION:
            return .tls(TransferFault.TLS(verifyResult: handle.number(CURLINFO_SSL_VERIFYRESULT)))
        case CURLE_SSL_CONNECT_ERROR: return .tls(.noHandshake)
        case CURLE_BAD_CONTENT_ENCODING: return .undecodable
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WRITE_ERROR:
            return .interrupted
        default: return .library(unsafe String(cString: curl_easy_strerror(code)))
        }
    }
}
