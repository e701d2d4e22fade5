import Foundation
import Testing

/// What the program shows on a terminal, which `script(1)` plays.
struct TerminalTests {
    private let folder: SampleFolder

    init() throws {
        folder = try SampleFolder()
    }

    /// All that a command writes to a terminal of so many columns.
    private func run(
        _ command: String = "run --now 2026-11-22T06:00:00Z", columns: Int,
        _ environment: [String: String]
    ) throws -> String {
        let program = Program.executable.path(percentEncoded: false)
        let run = "stty cols \(columns); exec '\(program)' \(command)"
        let process = try Program.start(
            ["-qec", run, "/dev/null"], in: folder.url, environment: environment,
            executable: URL(filePath: "/usr/bin/script"))
        process.waitUntilExit()
        let outcome = try Program.Outcome(of: process, in: folder.url)
        #expect(outcome.exitCode == 0)
        return outcome.output
    }

    @Test(arguments: [(30, "fetching [###"), (80, "] 17 of 17 feeds")])
    func `no line of progress goes on below its own, as only its end could be taken away`(
        columns: Int, end: String
    ) throws {
        let shown = try run(columns: columns, ["TERM": "xterm", "NO_COLOR": ""])
        // The report, which is written in the place of the last, has several lines.
        let lines = shown.components(separatedBy: "\r\u{1B}[2K")
            .filter { !$0.contains(where: \.isNewline) }
        #expect(lines.contains { $0.contains(end) })
        #expect(lines.allSatisfy { $0.count < columns })
        #expect(shown.contains("\u{1B}[1mFeeds\u{1B}[0m"))
    }

    @Test func `what takes long says so on a terminal and takes it away, and is silent elsewhere`()
        throws
    {
        _ = try run(columns: 80, ["TERM": "dumb"])
        let shown = try run("doctor --full", columns: 80, ["TERM": "xterm", "NO_COLOR": "1"])
        #expect(shown.hasPrefix("\r\u{1B}[2Kreading the whole archive …\r\u{1B}[2K"))
        let outcome = try Program.run(["doctor", "--full"], in: folder.url)
        #expect(outcome.exitCode == 0)
        #expect(outcome.errors == "")
    }

    @Test func `colours are left out where NO_COLOR asks for that`() throws {
        let shown = try run(columns: 80, ["TERM": "xterm", "NO_COLOR": "1"])
        #expect(shown.contains("\r\nFeeds    16 read, 0 unchanged, 1 failed"))
        #expect(!shown.contains("\u{1B}[1m"))
    }

    @Test func `a terminal that knows no control sequences gets none`() throws {
        let shown = try run(columns: 80, ["TERM": "dumb", "NO_COLOR": ""])
        #expect(shown.contains("\r\nFeeds    16 read, 0 unchanged, 1 failed"))
        #expect(!shown.contains("\u{1B}"))
    }

    @Test(arguments: ["0", "-1", "1", "39"])
    func `a help says what it has to say, however little room COLUMNS leaves it`(columns: String)
        throws
    {
        func help(_ columns: String) throws -> String {
            let environment = ["COLUMNS": columns, "LINES": ""]
            return try Program.run(["--help"], in: folder.url, environment: environment).output
        }
        let usual = try help("80")
        #expect(usual.contains("Show help information."))
        #expect(try help(columns) == usual)
    }
}
