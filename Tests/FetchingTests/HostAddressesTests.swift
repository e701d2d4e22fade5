import Testing

import Model
@testable import Fetching

struct HostAddressesTests {
    private let now = ContinuousClock.now
    private let address = NetworkAddress(isIPv6: false, bits: 0x0a00_0001)
    private let other = NetworkAddress(isIPv6: false, bits: 0x0a00_0002)

    @Test func `a name that was never seen has to be looked up`() {
        #expect(HostAddresses().resources(toReach: "a.example", at: now) == [.nameLookup])
    }

    @Test(arguments: ["10.0.0.1", "[::ffff:10.0.0.1]", "[::ffff:a00:1]"])
    func `an address needs no look-up, and is one in whatever spelling`(host: String) {
        #expect(HostAddresses().resources(toReach: host, at: now) == [.address(address)])
    }

    @Test func `where a name leads is known for as long as libcurl remembers it`() {
        var addresses = HostAddresses()
        addresses.note("a.example", leadsTo: address, at: now)
        // Another connection, for which nothing was looked up.
        addresses.note("a.example", leadsTo: other, at: now + .seconds(30))
        let second = now + .seconds(59)
        #expect(addresses.resources(toReach: "a.example", at: second) == [.address(other)])
        let later = now + .seconds(60)
        #expect(
            addresses.resources(toReach: "a.example", at: later) == [.address(other), .nameLookup])
        addresses.note("a.example", leadsTo: address, at: later)
        #expect(
            addresses.resources(toReach: "a.example", at: later + .seconds(59))
                == [.address(address)])
    }

    @Test func `of several addresses it is the one in use that counts`() {
        var addresses = HostAddresses()
        addresses.note("a.example", leadsTo: address, at: now)
        addresses.note("a.example", leadsTo: other, at: now)
        addresses.settle("a.example", on: address)
        #expect(addresses.resources(toReach: "a.example", at: now) == [.address(address)])
    }
}
