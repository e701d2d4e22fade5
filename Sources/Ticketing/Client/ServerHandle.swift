import Foundation
import Model
import Transferring

/// What talks to one server, kept over many transfers: it calls no address that its policy refuses.
final class ServerHandle {
    let curl: CurlHandle
    private let policy: AddressPolicy
    private var refusal: AddressPolicy.Refusal?

    init(policy: AddressPolicy, timeout: Duration) throws(CurlError) {
        curl = try CurlHandle()
        self.policy = policy
        try curl.set(.timeout, timeout)
        try curl.set(.connectTimeout, min(.seconds(10), timeout))
    }

    /// - Parameter functions: all but those that judge addresses.
    func lend(_ functions: CurlHandle.Functions) throws(CurlError) {
        var functions = functions
        functions.mayConnect = { [unowned self] in mayConnect(to: $0) }
        try curl.lend(functions)
    }

    func perform() -> TransferEnd {
        refusal = nil
        return curl.perform()
    }

    /// Why the last transfer may not connect, where that is so.
    var reasonNotToConnect: String? {
        switch refusal {
        case .network(let address):
            "\(address) is no public address; allow its network under allow_networks"
        case .port, .unknownFamily: "the address may not be called"
        case nil: nil
        }
    }

    static let unreadableAuthorityFile =
        "the certificates in ca_file cannot be read; write the path of a file in PEM"

    /// Why a transfer failed, in libcurl's words, and with whom there was no connection.
    ///
    /// Of the address only host and port, since the rest of it may be a secret.
    static func reason(for end: TransferEnd, at address: String) -> String {
        switch end.kind {
        case .nameNotFound, .notConnected, .noHandshake, .timedOut:
            guard let parts = URLComponents(string: address), let host = parts.host else {
                return end.text
            }
            return "\(end.text): \(host)" + (parts.port.map { ":\($0)" } ?? "")
        default: return end.text
        }
    }

    /// What is wrong with the certificate that the last transfer did not accept.
    var certificateFlaw: String {
        switch curl.certificateFlaw {
        case .wrongHost: "it is for another host"
        case .notYetValid: "it is not valid yet"
        case .expired: "it has expired"
        case .selfSigned: "it is signed by itself"
        case .unknownIssuer: "it comes from an unknown issuer"
        case .other(let number): "openssl calls it error \(number)"
        }
    }

    // MARK: - Private

    private func mayConnect(to place: NetworkPlace?) -> Bool {
        guard let place else {
            refusal = .unknownFamily
            return false
        }
        guard let reason = policy.refusal(of: place.address, port: place.port) else { return true }
        refusal = reason
        return false
    }
}

extension WebFault {
    init(_ error: CurlError) {
        self = .unsent(error.description)
    }
}
