import Transferring

extension TransferFault {
    /// What an end of a transfer means that needs no more than itself to be understood.
    ///
    /// - Parameter hasHead: whether the head of an answer had come whole.
    init(_ end: TransferEnd, limits: TransferLimits, hasHead: Bool) {
        self =
            switch end.kind {
            case .complete, .interrupted: .interrupted
            case .tooLong: .exceeded(.wire(limit: limits.wireBytes))
            case .nameNotFound: .nameNotFound
            case .proxyNotFound: .proxy(.nameNotFound)
            case .noHandshake: .tls(.noHandshake)
            // Our own functions say why they end a transfer, so this one is the decoder's.
            case .undecodable: .undecodable
            // What it calls so is a line longer than it reads.
            case .outOfMemory where !hasHead: .exceeded(.headers(limit: limits.headerBytes))
            case .unknownProtocol, .strangeAnswer: .notHTTP
            case .badAddress, .notConnected, .untrustedCertificate, .unreadableCertificateFile,
                .noEncryption, .accessDenied, .timedOut, .endedByUs, .outOfMemory, .other:
                .library(end.text)
            }
    }

    init(_ error: CurlError) {
        self = .library(error.description)
    }
}

extension FetchError {
    init(_ error: CurlError) {
        self =
            switch error {
            case .notStarted: .noLibrary("it did not start")
            case .noEventLoop(let number): .noEventLoop(number)
            case .noHandle, .refusedOption, .refusedByMulti: .noLibrary(error.description)
            }
    }
}
