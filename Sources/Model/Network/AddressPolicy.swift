/// Which network addresses may be called: public ones at the usual ports, and those an operator
/// allows.
///
/// Feeds are written by strangers, and a name or a redirect of theirs must not lead into the
/// network we run in. So each address is judged when it is about to be connected to, after all
/// names are resolved, and no spelling of it matters.
package struct AddressPolicy: Sendable {
    private let allowedNetworks: [Network]
    private let allowedPorts: Set<Int>

    package init(allowedNetworks: [Network], allowedPorts: Set<Int>) {
        self.allowedNetworks = allowedNetworks
        self.allowedPorts = allowedPorts
    }

    package enum Refusal: Error, Hashable {
        case network(NetworkAddress)
        case port(Int, of: NetworkAddress)
        /// Neither IPv4 nor IPv6.
        case unknownFamily
    }

    /// - Returns: why the address may not be called, or `nil` if it may.
    package func refusal(of address: NetworkAddress, port: Int) -> Refusal? {
        let target = address.unwrapped
        if allowedNetworks.contains(where: { $0.contains(target) || $0.contains(address) }) {
            return nil
        }
        guard Self.isPublic(target) else { return .network(target) }
        return allowedPorts.contains(port) ? nil : .port(port, of: target)
    }

    /// This machine alone (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
    package static let loopback = ["127.0.0.0/8", "::1/128"].compactMap(Network.init)

    /// Whether a host, as it stands in a URL, is this machine by its name or number.
    package static func isLoopback(host: String) -> Bool {
        host.lowercased() == "localhost"
            || NetworkAddress(host: host).map { address in
                loopback.contains { $0.contains(address) }
            } ?? false
    }

    // MARK: - Private

    private static func isPublic(_ address: NetworkAddress) -> Bool {
        if address.isIPv6 {
            globalUnicast.contains { $0.contains(address) }
                && !reservedIPv6.contains { $0.contains(address) }
        } else {
            !reservedIPv4.contains { $0.contains(address) }
        }
    }

    /// The IANA registry of special-purpose addresses (RFC 6890), multicast, the old class E, and
    /// the address at which a large cloud reaches into its guests.
    private static let reservedIPv4 = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32",
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
        "240.0.0.0/4",
    ].compactMap(Network.init)

    /// All of IPv6 that is given out to be reached from anywhere (RFC 4291 §2.4).
    private static let globalUnicast = ["2000::/3"].compactMap(Network.init)

    /// Protocol assignments, documentation, and 6to4, which wraps any IPv4 address.
    private static let reservedIPv6 = [
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ].compactMap(Network.init)
}
