import Testing

import Model
@testable import Fetching

struct AddressPolicyTests {
    private let standard = AddressPolicy(allowedNetworks: [], allowedPorts: [80, 443])

    @Test(arguments: [
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200",
        "100.127.255.255", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.0.1",
        "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.1",
        "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.0", "198.19.255.255",
        "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255",
        "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.1.2.3",
        "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:2::1", "2001:1ff:ffff::1", "2001:db8::1", "2002:7f00:1::",
        "2002:808:808::1", "3fff::1", "3fff:fff:ffff::1", "4000::1", "5f00::1", "fc00::1",
        "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "1fff:ffff::1",
    ])
    func `private and reserved addresses are refused`(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(standard.refusal(of: address, port: 443) == .network(address.unwrapped))
    }

    @Test(arguments: [
        "1.0.0.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.1", "168.63.129.17", "169.253.255.255", "169.255.0.0",
        "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "64:ff9b::808:808",
        "2000::1", "2001:200::1", "2001:db7::1", "2001:db9::1", "2003::1", "2606:4700::1",
        "2a00:1450::1", "3ffe::1", "3fff:1000::1",
    ])
    func `public addresses may be called at the usual ports, and no others`(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(standard.refusal(of: address, port: 80) == nil)
        #expect(standard.refusal(of: address, port: 443) == nil)
        #expect(standard.refusal(of: address, port: 22) == .port(22, of: address.unwrapped))
    }

    @Test(arguments: [
        ("10.1.2.3", true), ("10.2.0.0", false), ("::ffff:10.1.255.255", true),
        ("fd00:1::1", true), ("fd00:2::1", false), ("127.0.0.1", false),
    ])
    func `allowed networks may be called at every port`(text: String, isAllowed: Bool) throws {
        let networks = ["10.1.0.0/16", "fd00:1::/32"].compactMap(Network.init)
        let policy = AddressPolicy(allowedNetworks: networks, allowedPorts: [80])
        let address = try #require(NetworkAddress(text))
        #expect((policy.refusal(of: address, port: 8_080) == nil) == isAllowed)
    }

    @Test(arguments: [
        "", "10.0.0", "10.0.0.256", "1.2.3.4.5", "::1::", "example.org", "0x7f.1", "10.0.0.0/",
    ])
    func `what is not an address is none`(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(arguments: [
        "10.0.0.0/33", "::/129", "10.0.0.0/-1", "10.0.0.0/-0", "10.0.0.0/+8", "10.0.0.0/8/8",
        "10.0.0.0/", "/8",
    ])
    func `what is not a network is none`(text: String) {
        #expect(Network(text) == nil)
    }

    @Test(arguments: [
        ("10.1.2.3/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3/32"), ("10.1.2.3/0", "0.0.0.0/0"),
        ("fd00:1::7/32", "fd00:1::/32"), ("::1/0", "::/0"),
    ])
    func `a network begins where its length says`(text: String, network: String) throws {
        #expect(try #require(Network(text)).description == network)
        #expect(Network(text) == Network(network))
    }

    @Test(arguments: ["0.0.0.0/0", "::/0"])
    func `a network may be everything of its family`(text: String) throws {
        let network = try #require(Network(text))
        let (four, six) = (try #require(NetworkAddress("8.8.8.8")), NetworkAddress("2000::1"))
        #expect(network.contains(four) == (text == "0.0.0.0/0"))
        #expect(network.contains(try #require(six)) == (text == "::/0"))
    }

    @Test(arguments: ["127.0.0.1", "255.255.255.255", "::1", "2001:db8::7", "fe80::"])
    func `an address is written as usual`(text: String) {
        #expect(NetworkAddress(text)?.description == text)
    }
}
