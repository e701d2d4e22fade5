import Foundation
import TestSupport
import Testing

/// The two places that tell what the program's exit codes mean.
struct ExitCodeTests {
    /// What may end with 1, 65, 69 or 75 though nothing was wrong with the machine.
    @Test(arguments: [
        "rules backtest", "doctor", "forget", "digest --verify", "store copy", "review apply",
        "feeds discover", "import", "retag", "--strict",
    ])
    func `the help and the handbook both name what ends with a code of its own`(command: String)
        throws
    {
        #expect(try help.contains(command))
        #expect(try handbook.contains(command.hasPrefix("--") ? command : "`\(command)`"))
    }

    @Test func `both say that a missing secret is told by the exit code`() throws {
        let words = "the secret of a ticket system or channel is missing"
        #expect(try help.contains(words))
        #expect(try handbook.contains(words))
    }

    // MARK: - Private

    /// What the program's help says of exit codes, on one line.
    private var help: String {
        get throws {
            let folder = try SampleFolder(copying: [])
            let help = try Program.run(["--help"], in: folder.url).output
            let codes = try #require(help.range(of: "Exit codes:"))
            return help[codes.lowerBound...].split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
    }

    private var handbook: Substring {
        get throws {
            let text = try String(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                    .appending(path: "../../Sources/Pipeline/Pipeline.docc/OperatingEarshot.md"),
                encoding: .utf8)
            return try #require(
                text.split(separator: "## Exit codes").last?.split(separator: "\n## ").first)
        }
    }
}
