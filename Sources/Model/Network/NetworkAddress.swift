import Glibc

/// An IPv4 or IPv6 address.
package struct NetworkAddress: Hashable, Sendable {
    package let isIPv6: Bool
    /// In the low 32 bits for IPv4.
    package let bits: UInt128

    package init(isIPv6: Bool, bits: UInt128) {
        self.isIPv6 = isIPv6
        self.bits = bits
    }

    /// Reads what inet_pton(3) reads; a zone (`fe80::1%eth0`) is left off.
    package init?(_ text: some StringProtocol) {
        let text = String(text.prefix { $0 != "%" })
        isIPv6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
        guard unsafe inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes) == 1 else { return nil }
        bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// The same without a zone, from a text of C.
    package init?(numeric text: UnsafePointer<CChar>) {
        isIPv6 = unsafe strchr(text, Int32(UInt8(ascii: ":"))) != nil
        var octets = UInt128.zero
        guard unsafe inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &octets) == 1 else { return nil }
        bits =
            isIPv6
            ? UInt128(bigEndian: octets)
            : UInt128(UInt32(bigEndian: UInt32(truncatingIfNeeded: octets)))
    }

    /// Reads a host as it stands in a URL, which has IPv6 in brackets; `nil` for a name.
    package init?(host: String) {
        self.init(host.hasPrefix("[") ? host.dropFirst().dropLast() : host[...])
    }

    /// The address a packet ends up at: `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2) and, behind a
    /// translator, `64:ff9b::a.b.c.d` (RFC 6052 §2.1) stand for IPv4 addresses.
    package var unwrapped: NetworkAddress {
        let isWrapped = isIPv6 && (bits >> 32 == 0xffff || bits >> 32 == 0x64_ff9b << 64)
        return isWrapped ? NetworkAddress(isIPv6: false, bits: bits & 0xffff_ffff) : self
    }
}

extension NetworkAddress: CustomStringConvertible {
    package var description: String {
        let width = isIPv6 ? 16 : 4
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: bits >> (8 * (width - 1 - $0))) }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = isIPv6 ? AF_INET6 : AF_INET
        guard unsafe inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else {
            preconditionFailure("inet_ntop has room for any address")
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// All addresses that begin alike, written as in RFC 4632 §3.1: `10.0.0.0/8`.
package struct Network: Hashable, Sendable {
    package let first: NetworkAddress
    private let prefixLength: Int

    /// Without a length the network is the one address; what an address has behind the length does not
    /// count.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = NetworkAddress(parts[0]) else { return nil }
        let width = address.isIPv6 ? 128 : 32
        // A sign is read as part of a number, and `/-0` would be every address.
        guard parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            let length = parts.count == 2 ? Int(parts[1]) : width, (0...width).contains(length)
        else { return nil }
        let rest = width - length
        first = NetworkAddress(isIPv6: address.isIPv6, bits: (address.bits >> rest) << rest)
        prefixLength = length
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        let width = first.isIPv6 ? 128 : 32
        return address.isIPv6 == first.isIPv6
            && (address.bits ^ first.bits) >> (width - prefixLength) == 0
    }
}

extension Network: CustomStringConvertible {
    package var description: String { "\(first)/\(prefixLength)" }
}
