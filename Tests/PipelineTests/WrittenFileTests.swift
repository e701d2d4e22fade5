import Foundation
import Pipeline
import TestSupport
import Testing

/// Where somebody names a place to write to that is no plain file.
struct WrittenFileTests {
    private let folder: TestWorkspace
    private var path: String { folder.workspace.path + "/page.html" }

    init() throws { folder = try TestWorkspace() }

    /// So is `/dev/stdout` as a rule, and `/dev/null` a device: a file in its place would be seen by
    /// everybody on the machine.
    @Test func `a pipe is written to, and stays`() throws {
        try #require(unsafe mkfifo(path, 0o600) == 0)
        // Both ends, so that neither waits for the other.
        let descriptor = unsafe open(path, O_RDWR | O_NONBLOCK)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try folder.workspace.write("<p>page", to: path)
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = unsafe read(descriptor, &bytes, bytes.count)
        #expect(bytes.prefix(max(count, 0)).elementsEqual("<p>page".utf8))
        var status = stat()
        #expect(unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func `a link stays one, and its file has what is written`() throws {
        try folder.write("old", to: "elsewhere.html")
        let files = FileManager.default
        try files.createSymbolicLink(atPath: path, withDestinationPath: "elsewhere.html")
        try folder.workspace.write("new", to: path)
        #expect(try files.destinationOfSymbolicLink(atPath: path) == "elsewhere.html")
        #expect(try folder.read("elsewhere.html") == Data("new".utf8))
    }

    @Test func `a link that leads nowhere is replaced`() throws {
        let files = FileManager.default
        try files.createSymbolicLink(atPath: path, withDestinationPath: "page.html")
        try folder.workspace.write("new", to: path)
        #expect(try folder.read("page.html") == Data("new".utf8))
    }
}
