import Foundation
import TestSupport
import Testing

/// Looking after an archive, as an operator does it.
@Suite(.timeLimit(.minutes(10)))
struct CareProgramTests {
    @Test func `a backup that is restored goes on to the same digest`() throws {
        let feeds = try FleetingFeeds(count: 3)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        let backup = folder.url.appending(path: "backup.sqlite")
        func run(_ round: Int) -> [String] { ["run", "--quiet"] + FleetingFeeds.moment(round) }
        #expect(try Program.run(run(1), in: folder.url).exitCode == 0)
        let written = try Program.run(["backup", "backup.sqlite"], in: folder.url)
        #expect(written.exitCode == 0)
        #expect(written.output == "6 entries written to backup.sqlite\n")
        #expect(try Program.run(["backup", "backup.sqlite"], in: folder.url).exitCode == 65)
        // What one that was ended left goes, and what only looks like it stays.
        let names = [
            "backup.sqlite.77.earshot.tmp", "backup.sqlite.77.earshot.tmp-journal",
            "yesterday.sqlite.78.earshot.tmp", "other.sqlite.79.earshot.tmp",
            "backup.sqlite.old.tmp", "backup.sqlite.80.tmp",
        ]
        for name in names { try folder.write("", to: name) }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -90_000)],
            ofItemAtPath: folder.url.appending(path: names[2]).path(percentEncoded: false))
        #expect(
            try Program.run(["backup", "backup.sqlite", "--force"], in: folder.url).exitCode == 0)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: folder.url.path(percentEncoded: false))
        #expect(left.filter(names.contains).sorted() == names[3...].sorted())
        let key = try Data(contentsOf: folder.url.appending(path: ".earshot-key"))
        #expect(try Data(contentsOf: backup).range(of: key) == nil)

        #expect(try Program.run(run(2), in: folder.url).exitCode == 0)
        let golden = try folder.outputs()
        let heard = try Program.run(["export-archive"], in: folder.url).output
        try FileManager.default.removeItem(at: folder.url.appending(path: "out"))
        let restored = try Program.run(
            ["restore", "backup.sqlite"] + FleetingFeeds.moment(3), in: folder.url)
        #expect(restored.exitCode == 0)
        let kept = "earshot.sqlite.before-restore-20261126T000000Z"
        #expect(
            restored.output.contains("6 entries restored from backup.sqlite; the one before is "))
        #expect(restored.output.contains(kept))
        #expect(
            FileManager.default.fileExists(
                atPath: folder.url.appending(path: kept).path(percentEncoded: false)))
        #expect(try Program.run(run(2), in: folder.url).exitCode == 0)
        let again = try folder.outputs()
        #expect(again == golden.filter { again.keys.contains($0.key) })
        #expect(again.count == 4)
        #expect(try Program.run(["export-archive"], in: folder.url).output == heard)
    }

    @Test func `a backup waits for no run, and what is no backup is not restored`() throws {
        let folder = try SampleFolder()
        #expect(try Program.run(["backup", "b.sqlite"], in: folder.url).exitCode == 65)
        try folder.write("no archive", to: "b.sqlite")
        let outcome = try Program.run(["restore", "b.sqlite"], in: folder.url)
        #expect(outcome.exitCode == 65)
        #expect(outcome.errors.contains("is no backup of Earshot"))
        #expect(try Program.run(["restore", "none.sqlite"], in: folder.url).exitCode == 65)
        try folder.write("", to: "empty.sqlite")
        #expect(try Program.run(["restore", "empty.sqlite"], in: folder.url).exitCode == 65)
    }

    @Test func `what cannot be a backup is said to be none, and nothing is done`() throws {
        let folder = try SampleFolder()
        let run = ["run", "--quiet", "--now", "2026-11-22T06:00:00Z"]
        #expect(try Program.run(run, in: folder.url).exitCode == 0)
        func errors(_ arguments: String...) throws -> String {
            let outcome = try Program.run(arguments, in: folder.url)
            #expect(outcome.exitCode == 65)
            return outcome.errors
        }
        #expect(try errors("backup", "-").contains("name a file, not -"))
        #expect(try errors("restore", "out").contains("out: is a folder; name a file in it"))
        for force in [[], ["--force"]] {
            let outcome = try Program.run(["backup", "out"] + force, in: folder.url)
            #expect(outcome.exitCode == 65)
            #expect(outcome.errors.contains("out: is a folder; name a file in it"))
        }
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "here"), withDestinationURL: folder.url)
        for name in ["earshot.sqlite", "out/../earshot.sqlite-wal", "here/earshot.sqlite"] {
            #expect(
                try errors("backup", name, "--force").contains("\(name): is the archive itself"))
        }
        #expect(try Program.run(["backup", "b.sqlite"], in: folder.url).exitCode == 0)
        let backup = try Data(contentsOf: folder.url.appending(path: "b.sqlite"))
        try backup.prefix(backup.count / 3).write(to: folder.url.appending(path: "cut.sqlite"))
        let heard = try Program.run(["export-archive"], in: folder.url).output
        let damaged = try errors("restore", "cut.sqlite")
        #expect(damaged.contains("cut.sqlite: this backup is damaged"))
        #expect(!damaged.contains("doctor"))
        #expect(try Program.run(["export-archive"], in: folder.url).output == heard)
    }

    @Test func `a backup goes where a link leads, and nowhere else`() throws {
        let folder = try SampleFolder()
        let run = ["run", "--quiet", "--now", "2026-11-22T06:00:00Z"]
        #expect(try Program.run(run, in: folder.url).exitCode == 0)
        let files = FileManager.default
        func link(_ name: String, to target: String) throws -> String {
            let path = folder.url.appending(path: name).path(percentEncoded: false)
            try files.createSymbolicLink(atPath: path, withDestinationPath: target)
            return path
        }
        try folder.write("yesterday's", to: "disk/b.sqlite")
        let latest = try link("latest.sqlite", to: "disk/b.sqlite")
        #expect(try Program.run(["backup", "latest.sqlite"], in: folder.url).exitCode == 65)
        let written = try Program.run(["backup", "latest.sqlite", "--force"], in: folder.url)
        #expect(written.exitCode == 0 && written.output.hasSuffix("written to latest.sqlite\n"))
        #expect(try files.destinationOfSymbolicLink(atPath: latest) == "disk/b.sqlite")
        #expect(try Program.run(["restore", "disk/b.sqlite"], in: folder.url).exitCode == 0)

        let lost = try link("lost.sqlite", to: "unmounted/b.sqlite")
        let refused = try Program.run(["backup", "lost.sqlite", "--force"], in: folder.url)
        #expect(refused.exitCode == 65)
        #expect(refused.errors.contains("lost.sqlite: is a link that leads to no file"))
        #expect(try files.destinationOfSymbolicLink(atPath: lost) == "unmounted/b.sqlite")

        _ = try link("itself.sqlite", to: "earshot.sqlite")
        let itself = try Program.run(["backup", "itself.sqlite", "--force"], in: folder.url)
        #expect(itself.errors.contains("itself.sqlite: is the archive itself"))
    }

    @Test func `doctor finds a damaged page, saves the rest, and a run goes on`() throws {
        let feeds = try FleetingFeeds(count: 20)
        defer { feeds.stop() }
        let folder = try feeds.folder()
        for round in 1...4 {
            let run = ["run", "--quiet"] + FleetingFeeds.moment(round)
            #expect(try Program.run(run, in: folder.url).exitCode == 0)
        }
        let later = FleetingFeeds.moment(9)
        let well = try Program.run(["doctor", "--full"] + later, in: folder.url)
        #expect(well.exitCode == 0)
        #expect(well.output.contains("160 entries of 20 feeds"))
        let libraries =
            #/  with libcurl [\d.]+, \w+ [\d.]+\w*, libxml2 2[\d.]+, SQLite 3[\d.]+, libpq 1[\d.]+\n/#
        #expect(well.output.contains(libraries))
        #expect(well.output.hasSuffix("nothing is wrong\n"))

        let archive = folder.url.appending(path: "earshot.sqlite")
        try damage(archive)
        let ill = try Program.run(["doctor", "--format", "json"], in: folder.url)
        #expect(ill.exitCode == 1)
        #expect(ill.output.contains("\"damaged_pages\""))
        let mended = try Program.run(
            ["doctor", "--fix"] + FleetingFeeds.moment(4), in: folder.url)
        #expect(mended.exitCode == 0, "\(mended.output)\(mended.errors)")
        #expect(mended.output.contains("Saved into a new archive"))
        #expect(mended.output.contains("earshot.sqlite.damaged-20261127T"))
        #expect(try Program.run(["doctor", "--full"] + later, in: folder.url).exitCode == 0)
        let run = try Program.run(["run"] + FleetingFeeds.moment(5), in: folder.url)
        #expect(run.exitCode == 0, "\(run.errors)")
        // What the feeds no longer show is still there, but for the page that was damaged.
        let lines = try Program.run(["export-archive"], in: folder.url).output.split(
            separator: "\n")
        #expect(lines.count > 100)
        #expect(Set(lines).count == lines.count)
    }

    @Test func `of an archive that is beyond saving doctor says so, and leaves nothing behind`()
        throws
    {
        let folder = try SampleFolder()
        let run = ["run", "--quiet", "--now", "2026-11-22T06:00:00Z"]
        #expect(try Program.run(run, in: folder.url).exitCode == 0)
        let archive = folder.url.appending(path: "earshot.sqlite")
        // Past these pages stand those of tables that the first one names.
        try Data(contentsOf: archive).prefix(6 * 4_096).write(to: archive)
        let outcome = try Program.run(["doctor", "--fix"], in: folder.url)
        #expect(outcome.exitCode == 74)
        #expect(
            outcome.errors.contains("earshot.sqlite: damaged so that nothing of it can be read"))
        #expect(outcome.errors.contains("`earshot restore` puts a backup in its place"))
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left.filter { $0.contains("salvaged") } == [])
    }

    @Test func `doctor sees what lies around the archive`() throws {
        let folder = try SampleFolder()
        let now = ["--now", "2026-11-22T06:00:00Z"]
        #expect(try Program.run(["doctor"], in: folder.url).exitCode == 65)
        #expect(try Program.run(["run", "--quiet"] + now, in: folder.url).exitCode == 0)
        #expect(try Program.run(["doctor"] + now, in: folder.url).exitCode == 0)
        try folder.write("{}", to: "out/digests/2026-11-22.json")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644],
            ofItemAtPath: folder.url.appending(path: "earshot.sqlite").path(percentEncoded: false))
        try FileManager.default.removeItem(at: folder.url.appending(path: ".earshot-key"))
        let outcome = try Program.run(["doctor"], in: folder.url)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("others may read it (mode 644); `chmod 640 "))
        #expect(outcome.output.contains("the key of the authors' pseudonyms is gone"))
        #expect(
            outcome.output.contains(
                "2026-11-22.json: is not what was written; `earshot run` writes it again"))
    }

    @Test func `rows are imported, said to be understood, and found`() throws {
        let folder = try SampleFolder()
        try folder.write(
            "Treść;Data;Ocena\n\"Zefirnet znów nie działa\";21.11.2026 10:00;1\n;21.11.2026;\n",
            to: "opinie.csv")
        let arguments = ["import", "opinie.csv", "--source", "opinie", "--name", "Opinie"]
        let taken = try Program.run(arguments, in: folder.url)
        #expect(taken.exitCode == 0)
        #expect(
            taken.output == """
                utf-8: published from 'Data', rating from 'Ocena', text from 'Treść'
                1 new entry of 2 rows, 0 known already, 0 changed, 1 left out
                  line 3 has no text

                """)
        #expect(try Program.run(arguments, in: folder.url).output.contains("0 new entries"))
        let archive = try Program.run(["doctor"], in: folder.url).output
        #expect(archive.contains("\n  no digest yet; `earshot run` makes the first\n"))
        let found = try Program.run(["search", "działa", "--source", "opinie"], in: folder.url)
        #expect(found.output.contains("2026-11-21T09:00:00Z  opinie  zefirnet negative"))
        let none = try Program.run(["search", "nic", "--source", "opinie"], in: folder.url)
        #expect((none.exitCode, none.errors) == (0, "nothing found\n"))
        #expect(
            try Program.run(["import", "none.csv", "--source", "x"], in: folder.url).exitCode == 65)
        #expect(
            try Program.run(["import", "opinie.csv", "--time-zone", "x"], in: folder.url).exitCode
                == 64)
    }

    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: "/usr/bin/systemd-analyze"),
            "needs systemd-analyze"))
    func `systemd takes the units as they are written`() throws {
        let folder = try SampleFolder()
        let schedule = [
            "schedule", "--output", "units", "--at", "06:00", "--user", "root", "--program",
            Program.executable.path(percentEncoded: false),
        ]
        #expect(try Program.run(schedule, in: folder.url).exitCode == 0)
        let process = try Program.start(
            ["verify", "--man=no", "units/earshot.service", "units/earshot.timer"], in: folder.url,
            executable: URL(filePath: "/usr/bin/systemd-analyze"))
        process.waitUntilExit()
        let outcome = try Program.Outcome(of: process, in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let complaints = outcome.errors.split(separator: "\n").filter { $0.contains("earshot.") }
        #expect(complaints == [])
    }

    @Test func `a schedule is printed for cron, and a doubtful time is told`() throws {
        let folder = try SampleFolder()
        let outcome = try Program.run(
            ["schedule", "--print", "cron", "--at", "02:30", "--now", "2026-11-22T06:00:00Z"],
            in: folder.url)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("\n30 2 * * * earshot umask 027; "))
        #expect(
            outcome.errors.contains(
                "earshot: 02:30 is left out or comes twice on 2027-03-28, when the clocks change"))
        #expect(try Program.run(["schedule", "--at", "25:00"], in: folder.url).exitCode == 64)
        let server = try Program.run(
            ["schedule", "--store", "postgres://db.example.org/earshot"], in: folder.url)
        #expect(server.exitCode == 64)
        #expect(
            server.errors.contains("write EARSHOT_STORE=ADDRESS into /etc/earshot/environment"))
    }

    // MARK: - Private

    /// Writes over a page in the middle of the file that holds entries' texts.
    private func damage(_ archive: URL) throws {
        let bytes = try Data(contentsOf: archive)
        let size = 4_096
        let text = Data("dzielnicy".utf8)
        let page = try #require(
            (bytes.count / size / 3..<bytes.count / size).first { page in
                // 13 begins a leaf of a table (SQLite file format §1.6).
                bytes[page * size] == 13
                    && bytes[page * size..<(page + 1) * size].range(of: text) != nil
            })
        let handle = try FileHandle(forWritingTo: archive)
        try handle.seek(toOffset: UInt64(page * size))
        try handle.write(contentsOf: Data(repeating: 0xA5, count: size))
        try handle.close()
    }
}
