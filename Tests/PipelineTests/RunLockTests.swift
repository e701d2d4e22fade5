import Pipeline
import Testing

struct RunLockTests {
    @Test func `readers keep runs away, and not one another`() throws {
        let folder = try TestWorkspace()
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

    @Test func `who may make no file reads without one, and no run begins`() throws {
        let folder = try TestWorkspace()
        let nowhere = Workspace(path: folder.workspace.path + "/nowhere")
        _ = try RunLock(readingOf: nowhere)
        let error = #expect(throws: RunError.self) { try RunLock(of: nowhere) }
        #expect(error?.exitCode == 73)
    }
}
