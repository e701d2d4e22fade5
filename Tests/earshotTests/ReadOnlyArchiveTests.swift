import Foundation
import TestSupport
import Testing

/// An archive whose owner has let nobody write to it.
@Suite(.enabled(if: PlainUser.isThere, "needs a user who is not root, and setpriv to become one"))
struct ReadOnlyArchiveTests {
    @Test func `an archive that may only be read is left without files that block later runs`()
        throws
    {
        let feeds = try FleetingFeeds(count: 1)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let now = FleetingFeeds.moment(1).joined(separator: " ")
        let outcome = try PlainUser.run(
            """
            cp -r feeds rules own/ && cd own
            "$EARSHOT" run --quiet \(now); echo "made: $?"
            chmod 0444 earshot.sqlite
            "$EARSHOT" run --quiet \(now); echo "kept: $?"
            "$EARSHOT" search Zefirnet > /dev/null; echo "read: $?"
            ls
            chmod 0644 earshot.sqlite
            "$EARSHOT" run --quiet \(now); echo "again: $?"
            """, in: folder.url)
        #expect(outcome.output.contains("made: 0\nkept: 74\nread: 0\n"), "\(outcome.errors)")
        #expect(outcome.errors.contains("earshot.sqlite: cannot be opened (Permission denied)"))
        #expect(!outcome.output.contains("earshot.sqlite-"))
        #expect(outcome.output.contains("again: 0\n"), "\(outcome.errors)")
    }
}

/// Somebody to whom the rights of files apply, as they do not to root.
private enum PlainUser {
    /// Whatever the reason that there is none, there is none then.
    static let isThere =
        change == nil
        || (try? Tool.run("/usr/bin/setpriv", (change ?? []) + [program, "--version"])) != nil

    /// Runs a shell script in the folder, in which `own/` is the user's.
    static func run(_ script: String, in folder: URL) throws -> Program.Outcome {
        let own = folder.appending(path: "own").path(percentEncoded: false)
        try FileManager.default.createDirectory(
            atPath: own, withIntermediateDirectories: false)
        let shell = ["/bin/sh", "-c", script]
        if change != nil { _ = try Tool.run("/bin/chown", ["\(number):\(number)", own]) }
        let process = try Program.start(
            change.map { $0 + shell } ?? Array(shell.dropFirst()), in: folder,
            environment: ["EARSHOT": program],
            executable: URL(filePath: change == nil ? "/bin/sh" : "/usr/bin/setpriv"))
        process.waitUntilExit()
        return try Program.Outcome(of: process, in: folder)
    }

    // MARK: - Private

    /// That of `nobody`.
    private static let number = 65_534
    private static let program = Program.executable.path(percentEncoded: false)

    /// How root becomes the user; `nil` for whoever is no root.
    private static let change: [String]? =
        getuid() == 0 ? ["--reuid=\(number)", "--regid=\(number)", "--clear-groups"] : nil
}
