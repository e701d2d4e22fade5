import CLibCurl
import Foundation
import Model

/// One libcurl easy handle, kept over many transfers, that calls no address its policy refuses.
///
/// Not `Sendable`: libcurl allows a handle on one thread at a time (libcurl-thread(3)).
@safe final class EasyHandle {
    /// For calls whose arguments are types of libcurl's; owned by this object.
    let raw: UnsafeMutableRawPointer
    private let policy: AddressPolicy
    private var lists: [UInt32: UnsafeMutablePointer<curl_slist>] = unsafe [:]
    private var refusal: AddressPolicy.Refusal?

    init(policy: AddressPolicy) throws(WebFault) {
        guard Self.isStarted, let raw = unsafe curl_easy_init() else {
            throw .unsent("libcurl did not start")
        }
        unsafe self.raw = raw
        self.policy = policy
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_OPENSOCKETDATA, context: self)
        try check(
            unsafe shim_easy_set_socket_function(raw) { me, _, address in
                guard let me = unsafe me, let address = unsafe address else {
                    return CURL_SOCKET_BAD
                }
                return unsafe Unmanaged<EasyHandle>.fromOpaque(me).takeUnretainedValue()
                    .openSocket(for: address)
            })
    }

    deinit {
        unsafe curl_easy_cleanup(raw)
        for unsafe(_, list) in unsafe lists { unsafe curl_slist_free_all(list) }
    }

    func perform() -> CURLcode {
        refusal = nil
        return unsafe curl_easy_perform(raw)
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

    /// What is wrong with the certificate that the last transfer did not accept (openssl-verify(1)).
    var certificateFlaw: String {
        var number = 0
        guard unsafe shim_easy_get_long(raw, CURLINFO_SSL_VERIFYRESULT, &number) == CURLE_OK else {
            return "unknown"
        }
        return switch number {
        // Nothing was wrong with the chain, or libcurl did not come to look at it.
        case 0, 1: "it is for another host"
        case 9: "it is not valid yet"
        case 10: "it has expired"
        case 18, 19: "it is signed by itself"
        case 2, 20, 21: "it comes from an unknown issuer"
        default: "openssl calls it error \(number)"
        }
    }

    static func text(of code: CURLcode) -> String {
        unsafe String(cString: curl_easy_strerror(code))
    }

    // MARK: Options

    func set(timeout: Duration) throws(WebFault) {
        let milliseconds = max(1, Int((timeout / .milliseconds(1)).rounded(.up)))
        try set(CURLOPT_TIMEOUT_MS, milliseconds)
        try set(CURLOPT_CONNECTTIMEOUT_MS, min(10_000, milliseconds))
    }

    func set(_ option: CURLoption, _ value: Int) throws(WebFault) {
        try check(unsafe shim_easy_set_long(raw, option, value))
    }

    func set(_ option: CURLoption, _ value: String) throws(WebFault) {
        try check(unsafe shim_easy_set_string(raw, option, value))
    }

    /// Keeps a list until the next one for the same option, as libcurl asks.
    func set(_ option: CURLoption, _ lines: [String]) throws(WebFault) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = unsafe curl_slist_append(list, line) else {
                preconditionFailure("out of memory")
            }
            unsafe list = longer
        }
        try check(unsafe shim_easy_set_list(raw, option, list))
        if let old = unsafe lists[option.rawValue] { unsafe curl_slist_free_all(old) }
        unsafe lists[option.rawValue] = list
    }

    /// Names the object that libcurl hands to a function of ours; it must outlive every transfer.
    func set(_ option: CURLoption, context: AnyObject) throws(WebFault) {
        try check(
            unsafe shim_easy_set_pointer(
                raw, option, Unmanaged.passUnretained(context).toOpaque()))
    }

    func check(_ code: CURLcode) throws(WebFault) {
        guard code == CURLE_OK else { throw .unsent("libcurl refused an option") }
    }

    // MARK: - Private

    private static let isStarted: Bool = {
        // A connection closed under our hands is an error code, not the end of the process.
        _ = signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    private func openSocket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard let (found, port) = unsafe NetworkAddress.read(from: address) else {
            refusal = .unknownFamily
            return CURL_SOCKET_BAD
        }
        if let reason = policy.refusal(of: found, port: port) {
            refusal = reason
            return CURL_SOCKET_BAD
        }
        return unsafe socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
            address.pointee.protocol)
    }
}
