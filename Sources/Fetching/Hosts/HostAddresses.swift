import Model

/// Where the names of hosts have led, as far as connections have shown it.
///
/// Only whoever connects learns this, so the first request to a host starts without knowing.
struct HostAddresses {
    typealias Instant = ContinuousClock.Instant

    private var sightings: [String: Sighting] = [:]

    /// How long libcurl remembers where a name leads; after that it looks again.
    static let lifetime = Duration.seconds(60)

    /// What a request to the host uses of what is shared.
    ///
    /// Where it will connect to is a guess, and right unless the name leads elsewhere by now.
    func resources(toReach host: String, at now: Instant) -> [SharedResource] {
        let seen = sightings[host]
        if let seen, seen.isFresh(at: now) { return [.address(seen.address)] }
        if let literal = NetworkAddress(host: host) { return [.address(literal.unwrapped)] }
        return (seen.map { [.address($0.address)] } ?? []) + [.nameLookup]
    }

    /// A connection to the host is about to be made, after its name was looked up or remembered.
    mutating func note(_ host: String, leadsTo address: NetworkAddress, at now: Instant) {
        let last = sightings[host]
        let isRemembered = last?.isFresh(at: now) == true
        sightings[host] = Sighting(
            address: address, lookedUpAt: isRemembered ? last?.lookedUpAt ?? now : now)
    }

    /// Of several addresses the host has, this is the one that is used.
    mutating func settle(_ host: String, on address: NetworkAddress) {
        sightings[host]?.address = address
    }

    // MARK: - Private

    private struct Sighting {
        var address: NetworkAddress
        let lookedUpAt: Instant

        func isFresh(at now: Instant) -> Bool { now - lookedUpAt < HostAddresses.lifetime }
    }
}
