import Foundation
import Pipeline
import Testing

/// What runs and workers that were killed left half-written.
extension RunTests {
    @Test func `what a killed run left half-written is swept away`() async throws {
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "out/digests/x.json.7.tmp": "{",
        ])
        _ = try await run(folder)
        #expect(try folder.outputs().keys.filter { $0.hasSuffix(".tmp") } == [])
    }

    @Test func `a report that a worker is writing is left to it`() async throws {
        let worker = Process()
        worker.executableURL = URL(filePath: "/bin/cat")
        // Waits for what nobody writes.
        worker.standardInput = Pipe()
        worker.standardOutput = FileHandle.nullDevice
        try worker.run()
        let number = worker.processIdentifier
        let report = "runs/w.json.\(number).tmp"
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "out/\(report)": "{",
            "out/runs/own.json.\(getpid()).tmp": "{", "out/runs/odd.tmp": "{",
            // A worker writes no digest, whatever process has that number now.
            "out/digests/x.json.\(number).tmp": "{",
        ])
        _ = try await run(folder)
        #expect(try unfinished(in: folder) == [report])
        // A child of tests that ignore SIGTERM ignores it too.
        #expect(kill(number, SIGKILL) == 0)
        worker.waitUntilExit()
        _ = try await run(folder)
        #expect(try unfinished(in: folder) == [])
    }

    @Test func `a leftover that goes while others are swept away stops no run`() async throws {
        // Goes together with the folder that it lies in, which comes before it.
        let folder = try TestWorkspace([
            "feeds/mine.yaml": feeds, "news.xml": outage, "out/old.7.tmp/x.json.7.tmp": "{",
        ])
        _ = try await run(folder)
        #expect(try unfinished(in: folder) == [])
    }

    // MARK: - Private

    /// Below `out/`.
    private func unfinished(in folder: TestWorkspace) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.workspace.outputPath)
            .filter { $0.hasSuffix(".tmp") }
    }
}
