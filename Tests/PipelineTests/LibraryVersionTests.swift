import Pipeline
import Testing

struct LibraryVersionTests {
    @Test(arguments: [
        ("7.88.1", false), ("7.88.10", false), ("8.0", false), ("10.0.0", false), ("7.88.0", true),
        ("7.9.9", true), ("7.88", true), ("7.88.1-DEV", false),
    ])
    func `a library that is older than those tested is told of`(version: String, isOld: Bool) {
        let library = LibraryVersion(name: "libcurl", version: version, oldestTested: "7.88.1")
        #expect((library.note != nil) == isOld)
    }

    @Test func `a library that another one chooses may have any version`() {
        let library = LibraryVersion(name: "OpenSSL", version: "0.9", oldestTested: nil)
        #expect(library.note == nil)
    }

    @Test func `a library that is too old is told with what to do`() {
        let library = LibraryVersion(name: "libxml2", version: "2.9.9", oldestTested: "2.9.14")
        #expect(
            library.note
                == "libxml2 2.9.9 is older than 2.9.14, with which it is tested; update it")
    }
}
