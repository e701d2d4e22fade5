import Transferring
import Testing

struct CurlVersionTests {
    @Test func `a version is numbers between dots`() throws {
        #expect(CurlVersion.current.wholeMatch(of: #/\d+\.\d+\.\d+.*/#) != nil)
    }

    @Test(arguments: [
        ("OpenSSL/3.0.17", "OpenSSL", "3.0.17"), ("GnuTLS/3.7.9", "GnuTLS", "3.7.9"),
        ("(GnuTLS/3.7.9) OpenSSL/1.1.1w", "OpenSSL", "1.1.1w"),
    ])
    func `of several libraries the one in use is named`(text: String, name: String, version: String)
        throws
    {
        let encryption = try #require(CurlVersion.encryption(text))
        #expect(encryption == (name, version))
    }

    @Test(arguments: ["", "none", "(GnuTLS/3.7.9)"])
    func `a libcurl without one names none`(text: String) {
        #expect(CurlVersion.encryption(text) == nil)
    }
}
