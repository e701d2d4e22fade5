/// Why a certificate was not accepted.
package enum CertificateFlaw: Hashable, Sendable {
    case expired, notYetValid, selfSigned, unknownIssuer
    /// The certificate is good, but not for this host.
    case wrongHost
    /// By OpenSSL's number.
    case other(Int)

    /// Reads OpenSSL's X509_V_ERR code (openssl-verify(1)).
    ///
    /// Where the chain is good and the name is not, libcurl 7.88 leaves its initial 1 and newer
    /// ones 0: the name is checked by libcurl itself.
    init(verifyResult: Int) {
        self =
            switch verifyResult {
            case 0, 1, 62: .wrongHost
            case 9: .notYetValid
            case 10: .expired
            case 18: .selfSigned
            case 2, 19, 20, 21: .unknownIssuer
            default: .other(verifyResult)
            }
    }
}
