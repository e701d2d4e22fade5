import Model
import Testing

@testable import Fetching

struct WebAddressTests {
    @Test(arguments: [
        ("http://example.org", "http://example.org/", "example.org"),
        ("HTTPS://News.Example.ORG./feed", "https://News.Example.ORG./feed", "news.example.org"),
        ("http://example.org:8080/a/../b?q=1#top", "http://example.org:8080/b?q=1", "example.org"),
        ("http://0x7f000001/", "http://127.0.0.1/", "127.0.0.1"),
        ("http://[2001:DB8::7]/", "http://[2001:DB8::7]/", "[2001:db8::7]"),
        ("http://example.org/żuk?a=b%20c", "http://example.org/%c5%bcuk?a=b%20c", "example.org"),
        ("http://żółw.example/", "http://żółw.example/", "xn--w-uga1v8h.example"),
        ("http://Żółw.Example./", "http://Żółw.Example./", "xn--w-uga1v8h.example"),
        ("http://XN--w-UGA1v8h.example/", "http://XN--w-UGA1v8h.example/", "xn--w-uga1v8h.example"),
    ])
    func `an address is read as libcurl will call it`(text: String, url: String, host: String)
        throws
    {
        let address = try WebAddress(text)
        #expect(address.text == url)
        #expect(address.host == host)
    }

    @Test(arguments: [
        ("ftp://example.org/", WebAddress.Refusal.scheme), ("javascript:alert(1)", .scheme),
        ("file:///etc/passwd", .scheme), ("http://a@example.org/", .credentials),
        ("http://a:b@example.org/", .credentials),
        ("http://example.org\\@evil.example/", .character),
        ("http://example.org/a b", .character), ("http://example.org/\u{0}", .character),
        ("http://example.org/\u{7f}", .character), ("http://", .unreadable),
        ("http://example.org:99999/", .unreadable), ("/feed", .scheme), ("example.org", .scheme),
        ("http://example.org/" + String(repeating: "x", count: 2_048), .tooLong),
    ])
    func `an address that is not plainly http or https is refused`(
        text: String, refusal: WebAddress.Refusal
    ) {
        #expect(throws: refusal) { try WebAddress(text) }
    }

    @Test(arguments: [
        ("http://127.0.0.1/", "127.0.0.1"), ("http://0x7f.1/", "127.0.0.1"),
        ("http://[::1]/", "::1"), ("http://example.org/", nil),
    ])
    func `a host written as an address is known for one`(text: String, address: String?) throws {
        #expect(try WebAddress(text).literalAddress?.description == address)
    }

    @Test(arguments: [
        ("https://example.org:443/feed", "https://example.org"),
        ("http://example.org:80/feed", "http://example.org"),
        ("http://example.org:443/feed", "http://example.org:443"),
        ("https://example.org:8443?q", "https://example.org:8443"),
        ("https://Example.org./feed", "https://example.org"), ("http://[::1]/", "http://[::1]"),
        ("https://żółw.example:443/feed", "https://xn--w-uga1v8h.example"),
        ("http://żółw.example:8080/", "http://xn--w-uga1v8h.example:8080"),
    ])
    func `an origin names its port where that is not the usual one`(text: String, origin: String)
        throws
    {
        #expect(try WebAddress(text).origin == origin)
    }
}
