import Foundation
import Testing

/// Standard streams that whoever starts the program has closed.
struct ClosedStreamTests {
    @Test func `a stream that was closed is no file that the program opens`() throws {
        let outcome = try shell(#""$EARSHOT" tag <&-; echo "$?""#)
        #expect(outcome.output == "65\n")
        #expect(
            outcome.errors == "earshot: the input cannot be read (Bad file descriptor)\n")
    }

    @Test func `what is printed to a closed stream is lost, and told by the exit code`() throws {
        let outcome = try shell(#""$EARSHOT" rules check >&-; echo "$?""#)
        #expect(outcome.output == "74\n")
        #expect(outcome.errors == "earshot: the output cannot be written\n")
    }

    // MARK: - Private

    private func shell(_ script: String) throws -> Program.Outcome {
        let folder = try SampleFolder()
        let process = try Program.start(
            ["-c", script], in: folder.url,
            environment: ["EARSHOT": Program.executable.path(percentEncoded: false)],
            executable: URL(filePath: "/bin/sh"))
        process.waitUntilExit()
        return try Program.Outcome(of: process, in: folder.url)
    }
}
