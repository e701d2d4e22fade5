import CLibCurl
import Glibc
import Model

extension NetworkPlace {
    /// What libcurl is about to connect to; `nil` for what is neither IPv4 nor IPv6.
    ///
    /// `curl_sockaddr` ends in a plain `sockaddr`, behind which the longer kinds go on.
    init?(_ place: UnsafeMutablePointer<curl_sockaddr>) {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let start = unsafe UnsafeRawPointer(place) + offset
        switch unsafe place.pointee.family {
        case AF_INET:
            let found = unsafe start.loadUnaligned(as: sockaddr_in.self)
            let bits = UInt128(UInt32(bigEndian: found.sin_addr.s_addr))
            address = NetworkAddress(isIPv6: false, bits: bits)
            port = Int(UInt16(bigEndian: found.sin_port))
        case AF_INET6:
            let found = unsafe start.loadUnaligned(as: sockaddr_in6.self)
            let bits = unsafe withUnsafeBytes(of: found.sin6_addr) { bytes in
                unsafe bytes.reduce(0) { $0 << 8 | UInt128($1) }
            }
            address = NetworkAddress(isIPv6: true, bits: bits)
            port = Int(UInt16(bigEndian: found.sin6_port))
        default: return nil
        }
    }
}
