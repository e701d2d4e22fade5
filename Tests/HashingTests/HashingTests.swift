import Foundation
import Hashing
import Testing

struct ContentHashTests {
    /// The examples of FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `bytes are hashed by SHA-256`(text: String, hash: String) {
        #expect(ContentHash.hex(text.utf8) == hash)
    }

    @Test func `lists that read alike when joined have other hashes`() {
        #expect(ContentHash.hex(of: ["ab", "c"]) != ContentHash.hex(of: ["a", "bc"]))
        #expect(ContentHash.hex(of: ["ab", ""]) != ContentHash.hex(of: ["ab"]))
    }
}

struct MessageSignatureTests {
    /// The second example of RFC 4231 §4.3.
    @Test func `a message is signed by HMAC-SHA-256`() {
        let signature = MessageSignature.hex(
            of: Array("what do ya want for nothing?".utf8), secret: "Jefe")
        #expect(signature == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}

struct PseudonymizerTests {
    private let pseudonyms = Pseudonymizer(key: Data(repeating: 7, count: 32))

    @Test func `one person at one source has one pseudonym`() {
        #expect(
            pseudonyms.pseudonym(of: "Jānis B.", at: "forum")
                == pseudonyms.pseudonym(of: " jānis b. ", at: "forum"))
        #expect(
            pseudonyms.pseudonym(of: "Ja\u{304}nis", at: "forum")
                == pseudonyms.pseudonym(of: "Jānis", at: "forum"))
    }

    @Test func `nobody is followed from source to source, nor across keys`() {
        let here = pseudonyms.pseudonym(of: "Jānis", at: "forum")
        #expect(here != pseudonyms.pseudonym(of: "Jānis", at: "blog"))
        #expect(
            here
                != Pseudonymizer(key: Data(repeating: 8, count: 32))
                .pseudonym(of: "Jānis", at: "forum"))
    }

    @Test func `a pseudonym is 26 characters of base32 and holds no name`() {
        let pseudonym = pseudonyms.pseudonym(of: "anna", at: "forum")
        #expect(pseudonym.count == 26)
        #expect(pseudonym.allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".contains($0) })
    }
}
