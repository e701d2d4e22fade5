import CLibCurl
import Foundation
import Model

extension NetworkAddress {
    /// The address and port libcurl is about to connect to; `curl_sockaddr` ends in a plain
    /// `sockaddr`, behind which the longer kinds go on.
    static func read(
        from address: UnsafeMutablePointer<curl_sockaddr>
    ) -> (NetworkAddress, port: Int)? {
        guard let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) else { return nil }
        let start = unsafe UnsafeRawPointer(address) + offset
        switch unsafe address.pointee.family {
        case AF_INET:
            let found = unsafe start.loadUnaligned(as: sockaddr_in.self)
            let bits = UInt128(UInt32(bigEndian: found.sin_addr.s_addr))
            return (
                NetworkAddress(isIPv6: false, bits: bits),
                Int(UInt16(bigEndian: found.sin_port))
            )
        case AF_INET6:
            let found = unsafe start.loadUnaligned(as: sockaddr_in6.self)
            let bits = unsafe withUnsafeBytes(of: found.sin6_addr) { bytes in
                unsafe bytes.reduce(0) { $0 << 8 | UInt128($1) }
            }
            return (
                NetworkAddress(isIPv6: true, bits: bits),
                Int(UInt16(bigEndian: found.sin6_port))
            )
        default: return nil
        }
    }
}
