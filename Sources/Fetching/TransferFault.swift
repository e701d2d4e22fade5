/// What went wrong with one request before an answer was whole.
enum TransferFault: Error, Hashable {
    case refused(AddressPolicy.Refusal)
    case exceeded(Excess)
    case nameNotFound
    case notConnected
    case tls(TLS)
    case timedOut(during: Phase, after: Duration)
    /// Fewer bytes a second than `TransferLimits` asks for.
    case tooSlow
    /// Broke off, or ended short of the announced length.
    case interrupted
    case undecodable
    case notHTTP
    case library(String)

    enum Excess: Hashable {
        case decoded(limit: Int)
        case wire(limit: Int)
        case headers(limit: Int)
        /// Unpacks to too many times its size.
        case expansion(limit: Int)
    }

    enum TLS: Hashable {
        case expired, notYetValid, selfSigned, unknownIssuer, wrongHost, badCertificate
        case noHandshake
    }

    enum Phase: Hashable {
        case nameLookup, connect, tls, firstByte, body
    }
}
