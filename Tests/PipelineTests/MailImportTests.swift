import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Mails, as a mailbox, a folder of them or one of its own.
struct MailImportTests {
    private static let now = Date(timeIntervalSince1970: 1_795_327_200)
    private static let mark = "From ola@poczta.example Sat Nov 21 18:00:00 2026\n"
    private let folder: TestWorkspace

    init() throws {
        folder = try TestWorkspace(["feeds/none.yaml": "fetching: {pause_per_host: 0s}\n"])
    }

    private static func mail(
        _ id: String?, _ text: String, subject: String = "Skarga", from: String = "Ola Żak",
        at date: String = "Sat, 21 Nov 2026 18:00:00 +0100"
    ) -> String {
        (id.map { "Message-ID: <\($0)>\n" } ?? "") + """
            From: \(from) <klient@poczta.example>
            MIME-Version: 1.0
            Subject: \(subject)
            Date: \(date)
            Content-Type: text/plain; charset=utf-8

            \(text)

            """
    }

    private static func mailbox(_ mails: String...) -> String {
        mails.map { mark + $0.replacing("\nFrom ", with: "\n>From ") }.joined(separator: "\n")
    }

    private func take(
        _ name: String, _ change: (inout Import.Options) -> Void = { $0.source = "mail" },
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> ImportReport {
        var options = Import.Options(now: Self.now)
        change(&options)
        return try await Import(workspace: folder.workspace, options: options)
            .execute("\(folder.workspace.path)/\(name)", progress: progress)
    }

    private func heard() throws -> [SearchResult] {
        try Archive(workspace: folder.workspace).search(EntrySearch(limit: 100))
    }

    @Test func `the mails of a mailbox are taken over once`() async throws {
        let box = Self.mailbox(
            Self.mail("1@a", "Zefirnet nie działa.\nFrom here on nothing works."),
            Self.mail("2@a", "Kawka parzy świetnie.", subject: "Pochwała"))
        try folder.write(box, to: "inbox")
        let report = try await take("inbox")
        #expect((report.rows, report.newEntries, report.badRows) == (2, 2, 0))
        #expect(report.isOfMails)
        #expect(
            try folder.texts()
                == ["Kawka parzy świetnie.", "Zefirnet nie działa. From here on nothing works."])
        let found = try #require(try heard().first { $0.title == "Pochwała" })
        #expect(found.date == Self.now.addingTimeInterval(-13 * 3_600))
        // It grows, as mailboxes do.
        try folder.write(
            box + "\n" + Self.mailbox(Self.mail("3@a", "Baltfon drożeje.")), to: "inbox")
        let again = try await take("inbox")
        #expect((again.rows, again.newEntries, again.knownEntries) == (3, 1, 2))
    }

    @Test func `a mail without an id is known by all that it says`() async throws {
        try folder.write(
            Self.mailbox(Self.mail(nil, "Zefirnet leży."), Self.mail(nil, "Zefirnet siedzi.")),
            to: "inbox")
        #expect(try await take("inbox").newEntries == 2)
        #expect(try await take("inbox").knownEntries == 2)
    }

    @Test func `what cannot be read is told by number and place, and the rest goes on`()
        async throws
    {
        let first = Self.mail("1@a", "Zefirnet leży.")
        let second = Self.mail("2@a", "Zefirnet siedzi.", at: "wczoraj")
        try folder.write(Self.mailbox(first, second, "to nie list\n", first), to: "inbox")
        let report = try await take("inbox")
        #expect((report.rows, report.newEntries, report.badRows) == (4, 1, 2))
        let offset = Self.mark.utf8.count + first.utf8.count + 1
        let next = offset + Self.mark.utf8.count + second.utf8.count + 1
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" } == [
                "2 (byte \(offset)) 'wczoraj' is no date we can read",
                "3 (byte \(next)) is no mail",
            ])
        let text = EntryImportText(report, style: TerminalStyle(isOn: false)).text
        #expect(text.contains("1 new entry of 4 mails, 1 known already"))
        #expect(text.contains("  mail 2 (byte \(offset)) 'wczoraj'"))
    }

    @Test func `personal data are masked and what is answered is no word of the writer's`()
        async throws
    {
        try folder.write(
            Self.mailbox(
                Self.mail(
                    "1@a",
                    "Zefirnet nie działa, proszę pisać: ola@poczta.example\n\n"
                        + "On Sat, 21 Nov 2026 at 18:00 Jan Bury wrote:\n> Kawka jest dobra.")),
            to: "inbox")
        _ = try await take("inbox")
        let texts = try folder.texts()
        #expect(texts.count == 1)
        #expect(texts[0].hasPrefix("Zefirnet nie działa"))
        #expect(!texts[0].contains("poczta.example"))
        #expect(texts[0].contains("\n> Kawka jest dobra."))
        let brands = try heard().flatMap { $0.tags.mentions.map(\.mention.brand) }
        #expect(!brands.contains("kawka"))
    }

    @Test func `a writer is forgotten by the name their mails have, and stays out`() async throws {
        let mails = Self.mailbox(
            Self.mail("1@a", "Zefirnet leży.", from: "=?utf-8?Q?Ola_=C5=BBak?="),
            Self.mail("2@a", "Zefirnet siedzi.", from: "Jan Bury"))
        try folder.write(mails, to: "inbox")
        #expect(try await take("inbox").newEntries == 2)
        let erasure = try Forgetting(
            .author("Ola Żak", sources: ["mail"]), in: folder.workspace, now: Self.now
        ).execute()
        #expect(erasure.entries == 1)
        #expect(try folder.texts() == ["Zefirnet siedzi."])
        let again = try await take("inbox")
        #expect((again.knownEntries, again.unwantedEntries) == (1, 1))
    }

    @Test func `a subject is taken as it was written`() async throws {
        try folder.write(
            Self.mailbox(Self.mail("1@a", "Leży.", subject: "Re: <Zefirnet> &amp; ja")),
            to: "inbox")
        _ = try await take("inbox")
        #expect(try heard().map(\.title) == ["Re: <Zefirnet> &amp; ja"])
    }

    @Test func `a folder of mails is read without drafts, and what is not delivered`() async throws
    {
        for (name, text) in [
            ("box/new/1.a", "Zefirnet leży."), ("box/cur/2.a:2,S", "Zefirnet siedzi."),
            ("box/cur/3.a:2,DS", "Zefirnet stoi."), ("box/cur/4.a:2,ST", "Zefirnet biega."),
            ("box/tmp/5.a", "Zefirnet pływa."), ("box/new/.x", "Zefirnet lata."),
        ] {
            try folder.write(Self.mail("\(name)@a", text), to: name)
        }
        try folder.write("to nie list", to: "box/cur/6.a:2,")
        var read: [(Int, Int)] = []
        let report = try await take("box") {
            $0.source = "mail"
        } progress: {
            read.append(($0, $1))
        }
        #expect((report.rows, report.newEntries, report.badRows) == (3, 2, 1))
        #expect(try folder.texts() == ["Zefirnet leży.", "Zefirnet siedzi."])
        #expect(
            report.firstBadRows.map { "\($0.line) \($0.reason)" } == [
                "2 (cur/6.a:2,) is no mail"
            ])
        #expect(read.last.map { $0.0 == $0.1 && $0.0 > 0 } == true)
        // What was read since has another name.
        try FileManager.default.moveItem(
            atPath: folder.workspace.path + "/box/new/1.a",
            toPath: folder.workspace.path + "/box/cur/1.a:2,S")
        #expect(try await take("box").knownEntries == 2)
    }

    @Test func `folders within a folder of mails are told, and not read`() async throws {
        for name in ["box", "box/.Sent", "box/.Skargi", "box/notes"] {
            try folder.write(Self.mail("\(name)@a", "Zefirnet leży."), to: "\(name)/cur/1.a")
            guard name != "box/notes" else { continue }
            try folder.write("", to: "\(name)/new/.keep")
        }
        let report = try await take("box")
        #expect(report.newEntries == 1)
        #expect(report.unreadFolders == [".Sent", ".Skargi"])
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text.contains(
                "2 folders within it not read: '.Sent', '.Skargi'; import those in which people wrote to "
                    + "you by their own paths"))
        #expect(try await take("box/.Skargi").newEntries == 1)
    }

    @Test func `what a mailbox still has of mails that were thrown away stays out`() async throws {
        try folder.write(
            Self.mailbox(
                "X-Mozilla-Status: 0009\n" + Self.mail("1@a", "Zefirnet leży."),
                "X-Mozilla-Status: 0001\n" + Self.mail("2@a", "Zefirnet siedzi.")), to: "inbox")
        #expect(try await take("inbox").rows == 1)
        #expect(try folder.texts() == ["Zefirnet siedzi."])
    }

    @Test func `what programs answer while somebody is away stays out`() async throws {
        try folder.write(
            Self.mailbox(
                "Auto-Submitted: auto-replied\n" + Self.mail("1@a", "Zefirnet: na urlopie."),
                Self.mail("2@a", "Zefirnet siedzi.")), to: "inbox")
        #expect(try await take("inbox").rows == 1)
        #expect(try folder.texts() == ["Zefirnet siedzi."])
    }

    @Test func `a mail of more than 16 MiB is told, and read as far as that`() async throws {
        let text = "Content-Type: text/plain\n\nZefirnet leży.\n--b"
        let head = Self.mail("1@a", "--b\n" + text).replacing(
            "text/plain; charset=utf-8", with: "multipart/mixed; boundary=b")
        let line = String(repeating: "A", count: 1_023) + "\n"
        let file =
            "Content-Disposition: attachment\n\n" + String(repeating: line, count: 16 * 1_024)
        try folder.write(head + file, to: "skarga.eml")
        try folder.write(Self.mailbox(head + file, Self.mail("2@a", "Kawka parzy.")), to: "inbox")
        for (name, count) in [("skarga.eml", 1), ("inbox", 2)] {
            let report = try await take(name)
            #expect((report.rows, report.cutMails, report.badRows) == (count, 1, 0))
            let told = EntryImportText(report, style: TerminalStyle(isOn: false)).text
            #expect(told.contains("1 mail of more than 16 MiB is read as far as that"))
        }
        #expect(try folder.texts().contains("Zefirnet leży."))
    }

    @Test func `a mail of its own is taken over`() async throws {
        try folder.write(Self.mail("1@a", "Zefirnet leży."), to: "skarga.eml")
        #expect(try await take("skarga.eml").newEntries == 1)
        #expect(try folder.texts() == ["Zefirnet leży."])
    }

    @Test func `a mail without a date is told as a mail`() async throws {
        let undated = Self.mail("1@a", "Zefirnet leży.").replacing("\nDate: ", with: "\nX-Date: ")
        try folder.write(Self.mailbox(undated), to: "inbox")
        let report = try await take("inbox")
        #expect((report.newEntries, report.undatedRows) == (1, 1))
        #expect(
            EntryImportText(report, style: TerminalStyle(isOn: false)).text
                .contains("1 mail has no date and is in no digest"))
    }

    @Test func `mails need a source`() async throws {
        try folder.write(Self.mailbox(Self.mail("1@a", "Zefirnet leży.")), to: "inbox")
        let error = await #expect(throws: RunError.self) { try await take("inbox") { _ in } }
        #expect(error?.description.contains("give all of them a source by --source") == true)
    }

    @Test func `a mailbox of many mails is read in pieces`() async throws {
        let filler = String(repeating: "Zwykły dzień. ", count: 2_000)
        let mails = (1...100).map { Self.mark + Self.mail("\($0)@a", "Zefirnet \($0). \(filler)") }
        try folder.write(mails.joined(separator: "\n"), to: "inbox")
        var pieces: [Int] = []
        let report = try await take("inbox") {
            $0.source = "mail"
        } progress: { read, _ in
            pieces.append(read)
        }
        #expect((report.rows, report.newEntries) == (100, 100))
        #expect(Set(pieces).count > 2)
    }
}
