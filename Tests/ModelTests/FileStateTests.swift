import Foundation
import Model
import TestSupport
import Testing

struct FileStateTests {
    @Test func `a file is the same under each of its names, and a link is a link`() throws {
        try TemporaryFolder.with(["a.txt": "twelve bytes"]) { folder in
            let (file, link) = (folder.path + "/a.txt", folder.path + "/link")
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
            let state = try #require(FileState(path: file))
            #expect(state.kind == .file)
            #expect(state.sizeInBytes == 12)
            #expect(FileState(path: link) == state)
            #expect(FileState(path: link, followsLinks: false)?.kind == .link)
            let open = try #require(FileHandle(forReadingAtPath: file))
            #expect(FileState(descriptor: open.fileDescriptor) == state)
        }
    }

    @Test func `another file with the same words is another file`() throws {
        try TemporaryFolder.with(["a.txt": "same", "b.txt": "same"]) { folder in
            let a = try #require(FileState(path: folder.path + "/a.txt"))
            let b = try #require(FileState(path: folder.path + "/b.txt"))
            #expect(a.identity != b.identity)
        }
    }

    @Test func `a file that is written to twice in a second has changed`() throws {
        try TemporaryFolder.with(["a.txt": "same"]) { folder in
            let path = folder.path + "/a.txt"
            let states = try [0.25, 0.25, 0.75].map { fraction in
                let date = Date(timeIntervalSince1970: 1_795_327_200 + fraction)
                try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
                return try #require(FileState(path: path))
            }
            #expect(states[0] == states[1])
            #expect(states[1] != states[2])
            #expect(states.allSatisfy { $0.modificationTime == 1_795_327_200 })
        }
    }

    @Test func `where nothing is there is no state, and a folder says what it is`() throws {
        try TemporaryFolder.with([:]) { folder in
            #expect(FileState(path: folder.path)?.kind == .folder)
            #expect(FileState(path: folder.path + "/missing") == nil)
            #expect(FileState(path: "/dev/null")?.kind == .characterDevice)
        }
    }
}
