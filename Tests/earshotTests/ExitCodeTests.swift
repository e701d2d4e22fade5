import Foundation
import TestSupport
import Testing

/// The two places that tell what the program's exit codes mean.
struct ExitCodeTests {
    /// What may end with 1, 65, 69 or 75 though nothing was wrong with the machine.
    @Test(arguments: [
        "rules backtest", "doctor", "forget", "digest --verify", "store copy", "review apply",
        "feeds discover", "--strict",
    ])
    func `the help and the handbook both name what ends with a code of its own`(command: String)
        throws
    {
        let folder = try SampleFolder(copying: [])
        let help = try Program.run(["--help"], in: folder.url).output
        let codes = try #require(help.range(of: "Exit codes:"))
        #expect(
            help[codes.lowerBound...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                .contains(command))
        let handbook = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Sources/Pipeline/Pipeline.docc/OperatingEarshot.md"),
            encoding: .utf8)
        let table = try #require(
            handbook.split(separator: "## Exit codes").last?.split(separator: "\n## ").first)
        let words = command.hasPrefix("--") ? command : "`\(command)`"
        #expect(table.contains(words))
    }
}
