import Foundation
import Pipeline
import Testing

struct RunLockTests {
    @Test func `readers keep runs away, and not one another`() throws {
        let folder = try TestWorkspace()
        _ = try RunLock(of: folder.workspace)
        do {
            let readers = try (1...2).map { _ in try RunLock(readingOf: folder.workspace) }
            defer { withExtendedLifetime(readers) {} }
            let error = #expect(throws: RunError.self) { try RunLock(of: folder.workspace) }
            #expect(error?.exitCode == 75)
        }
        let run = try RunLock(of: folder.workspace)
        let error = #expect(throws: RunError.self) { try RunLock(readingOf: folder.workspace) }
        #expect(error?.exitCode == 75)
        withExtendedLifetime(run) {}
    }

    @Test func `a reader leaves in the file what the last run wrote`() throws {
        let folder = try TestWorkspace()
        _ = try RunLock(of: folder.workspace)
        let written = try folder.read("run.lock")
        #expect(!written.isEmpty)
        _ = try RunLock(readingOf: folder.workspace)
        #expect(try folder.read("run.lock") == written)
    }

    @Test func `a reader finds no file, makes none, and reads`() throws {
        let folder = try TestWorkspace()
        _ = try RunLock(readingOf: folder.workspace)
        #expect(!FileManager.default.fileExists(atPath: folder.workspace.path + "/run.lock"))
    }

    @Test func `a lock that cannot be read is told as that`() throws {
        let folder = try TestWorkspace()
        let path = folder.workspace.path + "/run.lock"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "elsewhere")
        let error = #expect(throws: RunError.self) { try RunLock(readingOf: folder.workspace) }
        #expect(
            error?.description
                == "\(path): cannot be read (Too many levels of symbolic links), so that a run may be at work unseen; "
                + "have its owner let you read it")
    }

    @Test func `who may make no file reads without one, and no run begins`() throws {
        let folder = try TestWorkspace()
        let nowhere = Workspace(path: folder.workspace.path + "/nowhere")
        _ = try RunLock(readingOf: nowhere)
        let error = #expect(throws: RunError.self) { try RunLock(of: nowhere) }
        #expect(error?.exitCode == 73)
    }
}
