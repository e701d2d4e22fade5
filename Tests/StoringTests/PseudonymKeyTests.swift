import TestSupport
import Testing

@testable import Storing

/// Which key an archive goes by.
@Suite(.eachEngine)
struct PseudonymKeyTests {
    private let archive: TestArchive

    init() throws {
        archive = try TestArchive()
    }

    @Test func `the first key that an archive meets is the one it goes by`() throws {
        let store = try archive.open()
        #expect(try store.keyID == nil)
        #expect(try store.noteKey("one") == "one")
        #expect(try store.noteKey("other") == "one")
        #expect(try archive.open().keyID == "one")
    }

    @Test func `an archive goes by another key when somebody says so`() throws {
        let store = try archive.open()
        for key in ["one", "other"] {
            try store.replaceKey(by: key)
            #expect(try store.keyID == key)
        }
    }
}
