import CLibCurl

extension Transfer {
    /// Has libcurl call the transfer that its context points to.
    static func lendFunctions(to handle: EasyHandle) throws(TransferFault) {
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
            guard let address = unsafe address else { return CURL_SOCKET_BAD }
            return unsafe Transfer.lent(context).openSocket(for: address)
        })
        try unsafe handle.set(beforeRequest: { context, address, _, port, localPort in
            unsafe Transfer.lent(context).mayRequest(
                from: address, port: Int(port), localPort: Int(localPort))
                ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
        })
    }

    // MARK: - Private

    private static func lent(_ context: UnsafeMutableRawPointer?) -> Transfer {
        guard let context = unsafe context else { preconditionFailure("libcurl lost a pointer") }
        return unsafe Unmanaged.fromOpaque(context).takeUnretainedValue()
    }
}
