import Foundation
import TestSupport
import Testing

/// What becomes of a run whose disk does not take what it writes.
@Suite(.enabled(if: PrivateDisk.isAllowed, "needs leave to mount a disk of its own"))
struct DiskTests {
    @Test func `on a full disk a run says so, tears nothing, and the next one recovers`() throws {
        let feeds = try FleetingFeeds(count: 20)
        defer { feeds.stop() }
        let golden = try feeds.folder()
        let folder = try feeds.folder()
        let now = FleetingFeeds.moment(1)
        #expect(try Program.run(["run", "--quiet"] + now, in: golden.url).exitCode == 0)
        // Room left, in KiB: too little for the archive, for its log, for the files.
        for room in [16, 200] {
            let outcome = try PrivateDisk(megabytes: 12).run(
                """
                cp -r feeds rules disk/ && cd disk
                \(PrivateDisk.fill(leaving: room))
                "$EARSHOT" run --quiet \(now.joined(separator: " ")); echo "full: $?"
                rm ballast
                "$EARSHOT" run --quiet \(now.joined(separator: " ")); echo "free: $?"
                "$EARSHOT" doctor --full > /dev/null; echo "doctor: $?"
                rm -rf ../out-\(room) && cp -r out ../out-\(room)
                """, in: folder.url)
            let full =
                outcome.output.contains("full: 73\n") || outcome.output.contains("full: 74\n")
            #expect(full, "\(outcome.output)\(outcome.errors)")
            #expect(outcome.errors.contains("full"))
            #expect(outcome.output.contains("free: 0\ndoctor: 0\n"), "\(outcome.errors)")
            #expect(try folder.outputs(in: "out-\(room)") == golden.outputs())
        }
    }

    @Test func `in a folder that cannot be written a run says so and starts nothing`() throws {
        let feeds = try FleetingFeeds(count: 1)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let now = FleetingFeeds.moment(1).joined(separator: " ")
        let outcome = try PrivateDisk(megabytes: 4).run(
            """
            cp -r feeds rules disk/ && cd disk
            mount -o remount,ro . && "$EARSHOT" run \(now); echo "new: $?"
            mount -o remount,rw . && "$EARSHOT" run --quiet \(now); echo "made: $?"
            mount -o remount,ro . && "$EARSHOT" run \(now); echo "old: $?"
            """, in: folder.url)
        #expect(outcome.output.contains("new: 73\n"))
        #expect(outcome.output.contains("made: 0\n"))
        #expect(outcome.output.contains("old: 73\n"))
        #expect(outcome.errors.contains("run.lock: cannot be written (Read-only file system)"))
    }
}

/// A small disk that only one shell and what it starts can see, gone when they end.
struct PrivateDisk {
    let megabytes: Int

    /// Whatever the reason that it is not, there is none then.
    static let isAllowed: Bool = {
        let arguments = ["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]
        return (try? Tool.run("/usr/bin/unshare", arguments)) != nil
    }()

    /// Shell commands that fill the disk that one stands on but for so many KiB.
    static func fill(leaving room: Int) -> String {
        """
        free=$(df -k --output=avail . | tail -1)
        head -c $(( (free - \(room)) * 1024 )) /dev/zero > ballast
        """
    }

    /// Runs a shell script in the folder, with the disk mounted at `disk/` in it.
    func run(_ script: String, in folder: URL) throws -> Program.Outcome {
        let mount = "mkdir -p disk && mount -t tmpfs -o size=\(megabytes)m none disk"
        let process = try Program.start(
            ["--mount", "sh", "-c", "\(mount) && \(script)"], in: folder,
            environment: ["EARSHOT": Program.executable.path(percentEncoded: false)],
            executable: URL(filePath: "/usr/bin/unshare"))
        process.waitUntilExit()
        return try Program.Outcome(of: process, in: folder)
    }
}
