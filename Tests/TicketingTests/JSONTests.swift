import Testing

@testable import Ticketing

struct JSONTests {
    @Test(arguments: [
        ("7", "7"), ("9007199254740993", "9007199254740993"),
        ("18446744073709551617", "18446744073709551617"), ("-3", "-3"), ("1e3", "1000"),
        ("0.1", "0.1"), ("\"0042\"", "0042"),
    ])
    func `an id is read as it is written, however long`(written: String, text: String) {
        #expect(JSON(Array("{\"id\": \(written)}".utf8))?["id"]?.text == text)
    }

    @Test(arguments: [
        ("7", "7"), ("9007199254740993", "9007199254740993"),
        ("18446744073709551617", "18446744073709551617"), ("0042", "\"0042\""),
        ("7e2", "\"7e2\""), ("PROJ-1", "\"PROJ-1\""), ("", "\"\""), ("7 a", "\"7 a\""),
    ])
    func `an id is sent as a number where it is one, and with all its digits`(
        text: String, written: String
    ) {
        #expect(String(decoding: JSON.id(text).bytes, as: UTF8.self) == written)
    }

    /// A subject of ours that a system cut within an emoji.
    @Test func `half a character spoils no answer`() {
        let answer = JSON(Array(#"{"id": 5, "subject": "Awaria \ud83d"}"#.utf8))
        #expect(answer?["id"]?.text == "5")
        #expect(answer?["subject"]?.text == "Awaria \u{FFFD}")
    }

    @Test func `a number beyond all counts spoils no answer`() {
        let answer = JSON(Array("{\"id\": 5, \"ratio\": 1e300}".utf8))
        #expect(answer?["id"]?.text == "5")
    }
}
