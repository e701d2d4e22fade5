import Foundation
import TestSupport
import Testing

@testable import Storing

struct FileSystemTests {
    private let mounts = """
        22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
        23 22 0:21 / /srv rw,relatime - nfs4 server:/srv rw
        24 23 254:1 / /srv/local\\040disk rw - xfs /dev/vdb rw
        25 22 0:22 / /srvother rw master:2 shared:3 - cifs //server/x rw
        """

    @Test(arguments: [
        ("/var/lib/earshot", "ext4"), ("/srv", "nfs4"), ("/srv/earshot", "nfs4"),
        ("/srv/local disk/earshot", "xfs"), ("/srvother", "cifs"), ("/srvothers", "ext4"),
    ])
    func `a folder lies on what is mounted nearest above it`(folder: String, type: String) {
        #expect(FileSystem.type(of: folder, mounts: mounts) == type)
    }

    @Test func `an archive lies where the link to it leads`() throws {
        try TemporaryFolder.with(["disk/there.sqlite": "", "site/x": ""]) { folder in
            let root = URL(filePath: folder.path).resolvingSymlinksInPath().path
            let disk = URL(filePath: root + "/disk").path
            func link(_ name: String, to target: String) throws -> String {
                let path = root + "/site/" + name
                try FileManager.default.createSymbolicLink(
                    atPath: path, withDestinationPath: target)
                return path
            }
            func found(_ path: String) -> String { URL(filePath: FileSystem.folder(of: path)).path }
            #expect(found(root + "/disk/there.sqlite") == disk)
            let first = try link("a.sqlite", to: "../disk/there.sqlite")
            #expect(found(first) == disk)
            #expect(try found(link("b.sqlite", to: first)) == disk)
            // What is not there yet is made there.
            #expect(try found(link("c.sqlite", to: disk + "/new.sqlite")) == disk)
            #expect(try found(link("folder", to: disk) + "/new.sqlite") == disk)
            let circle = try link("d.sqlite", to: "d.sqlite")
            #expect(found(circle) == URL(filePath: root + "/site").path)
        }
    }

    @Test func `a network file system is refused with what to do`() {
        let error = StoreError.remote(path: "/srv/earshot.sqlite", fileSystem: "nfs4")
        #expect(
            error.description
                == "/srv/earshot.sqlite: lies on a network file system (nfs4), where SQLite cannot "
                + "keep it whole; use a folder on this machine's own disk")
    }
}
