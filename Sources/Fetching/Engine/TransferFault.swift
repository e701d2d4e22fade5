import Model
import Transferring

/// What went wrong with one request before an answer was whole.
enum TransferFault: Error, Hashable {
    case refused(AddressPolicy.Refusal)
    case exceeded(Excess)
    case nameNotFound
    /// Whether the name exists could not be found out.
    case noNameServer
    case notConnected
    /// The transfer came no further than the proxy.
    case proxy(Proxy)
    case tls(TLS)
    case timedOut(during: Phase, after: Duration)
    /// Fewer bytes a second for so long.
    case tooSlow(below: Int, for: Duration)
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

    enum Proxy: Hashable {
        case nameNotFound, notConnected
        /// With the status that it answers instead of leading to the host.
        case refuses(status: Int)
        /// The same where it is the host that it cannot reach (RFC 9110 §15.6).
        case reachesNoHost(status: Int)
    }

    enum TLS: Hashable {
        case certificate(CertificateFlaw)
        case noHandshake
    }

    enum Phase: Hashable {
        case nameLookup, connect, tls, firstByte, body
    }
}

extension TransferFault {
    /// Whether the host was reached, and answered what is of no use.
    var isOfAnswer: Bool {
        switch self {
        case .exceeded, .undecodable, .notHTTP, .library: true
        case .refused, .nameNotFound, .noNameServer, .notConnected, .proxy, .tls, .timedOut,
            .tooSlow, .interrupted:
            false
        }
    }

    /// Which clock ran out, and during what.
    ///
    /// libcurl has one code for its three clocks: connecting, slowness, and the whole transfer.
    ///
    /// - Parameters:
    ///   - isConnected: whether there was a connection, which `phases` tell only after TLS.
    ///   - isReady: whether the request could go out, which `phases` do not tell of a kept connection.
    static func timeout(
        _ phases: FetchTiming.Phases, limit: Duration, isSecure: Bool, isConnected: Bool,
        isReady: Bool, limits: TransferLimits
    ) -> TransferFault {
        let phase: Phase =
            if phases.firstByte > .zero {
                // On a connection that was kept, nothing before it takes time.
                .body
            } else if isReady {
                .firstByte
            } else if phases.nameLookup == .zero {
                .nameLookup
            } else if phases.connect == .zero, !isConnected {
                .connect
            } else if phases.connect == .zero || isSecure && phases.tls == .zero {
                .tls
            } else {
                .firstByte
            }
        let isEarly = phases.total < limit - .milliseconds(50)
        if isEarly, phase == .firstByte || phase == .body {
            return .tooSlow(below: limits.lowSpeedInBytes, for: limits.lowSpeedTime)
        }
        return .timedOut(during: phase, after: phases.total)
    }
}
