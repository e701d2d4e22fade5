import Foundation
import Model
import Pipeline
import Testing

struct SavedDigestTests {
    private static let now = TestWorkspace.sampleEnd

    private static func text(_ folder: TestWorkspace, _ path: String) throws -> String {
        String(decoding: try folder.read(path), as: UTF8.self)
    }

    @Test func `a digest of a brand's week is kept and the index leads to it`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(
            DigestRequest(period: .week, brand: "kawka"), now: Self.now)
        // The last whole week before Sunday, 22 November, 07:00 in Warsaw.
        #expect(digest.window.after == ContractJSON.date("2026-11-08T23:00:00Z"))
        #expect(digest.window.through == ContractJSON.date("2026-11-15T23:00:00Z"))
        let files = try archive.save(digest)
        #expect(files.contains("digests/2026-W46.brand-kawka.html"))
        #expect(
            try Self.text(folder, "out/index.html")
                .contains("digests/2026-W46.brand-kawka.html"))
        #expect(
            try Self.text(folder, "out/manifest.json").contains("2026-W46.brand-kawka.json"))

        // The next run keeps it.
        _ = try await Run(workspace: folder.workspace, options: Run.Options(now: Self.now))
            .execute()
        #expect(
            try Self.text(folder, "out/index.html")
                .contains("digests/2026-W46.brand-kawka.html"))
        let verified = try archive.verify(
            digestAt: folder.workspace.path + "/out/digests/2026-W46.brand-kawka.json")
        #expect(verified.isReproduced, "\(verified.differences.first?.description ?? "")")
    }

    @Test func `an index of saved digests alone speaks their language`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/out")
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(
            DigestRequest(period: .week), now: Self.now, language: .polish)
        _ = try archive.save(digest)
        for file in ["out/index.html", "out/news.atom"] {
            #expect(try Self.text(folder, file).contains("lang=\"pl\""), "\(file)")
        }
        #expect(try !Self.text(folder, "out/index.html").contains("0 dni"))
    }

    @Test func `a file named for a day that is none is no day of an index made anew`()
        async throws
    {
        let folder = try await TestWorkspace.copyOfSampleRun()
        try folder.write(
            Self.text(folder, "out/digests/2026-11-22.json"), to: "out/digests/2026-99-99.json")
        try FileManager.default.removeItem(atPath: folder.workspace.path + "/out/index.json")
        let archive = try Archive(workspace: folder.workspace)
        _ = try archive.save(archive.digest(DigestRequest(period: .week), now: Self.now))
        let index = try Self.text(folder, "out/index.json")
        #expect(index.contains("2026-11-22") && !index.contains("2026-99-99"))
    }

    @Test func `a name that the rules do not have is told with those they have`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        let archive = try Archive(workspace: folder.workspace)
        #expect {
            try archive.digest(DigestRequest(team: "nobody"), now: Self.now)
        } throws: { error in
            "\(error)"
                == "there is no team 'nobody'; there are crisis, support, sales, product, marketing"
        }
    }

    @Test func `a digest of a language, a severity and a facet's value can be made again`()
        async throws
    {
        let folder = try await TestWorkspace.copyOfSampleRun()
        let archive = try Archive(workspace: folder.workspace)
        let digest = try archive.digest(
            DigestRequest(
                severityAtLeast: .high, language: .polish,
                facet: FacetValue("touchpoint", "phone")),
            now: Self.now, language: .latvian)
        #expect(digest.scope?.name?.hasSuffix(" · Steidzamība augsta vai augstāka · poļu") == true)
        #expect(!digest.mentions.items.isEmpty)
        #expect(
            digest.mentions.items.allSatisfy {
                $0.severity >= .high && $0.language == .polish
                    && $0.facets?.values.contains(FacetValue("touchpoint", "phone")) == true
            })
        let name = "2026-11-22.facet-touchpoint.value-phone.severity-high.language-pl"
        #expect(try archive.save(digest).contains("digests/\(name).html"))
        let verified = try archive.verify(
            digestAt: folder.workspace.path + "/out/digests/\(name).json")
        #expect(verified.isReproduced, "\(verified.differences.first?.description ?? "")")
        #expect {
            try archive.digest(
                DigestRequest(facet: FacetValue("touchpoint", "moon")), now: Self.now)
        } throws: { error in
            "\(error)".hasPrefix("there is no value of a facet 'touchpoint:moon'; there are ")
        }
    }

    @Test func `the day's digest can be made again, and a changed one says where it differs`()
        async throws
    {
        let folder = try await TestWorkspace.copyOfSampleRun()
        let path = "out/digests/2026-11-22.json"
        let file = folder.workspace.path + "/" + path
        let archive = try Archive(workspace: folder.workspace)
        #expect(try archive.verify(digestAt: file).isReproduced)

        let changed = try Self.text(folder, path)
            .replacing(#""is_overdue" : true"#, with: #""is_overdue" : false"#, maxReplacements: 1)
            .replacing(#""spam_left_out" : "#, with: #""spam_left_out" : 1"#)
        try folder.write(changed, to: path)
        let verified = try archive.verify(digestAt: file)
        #expect(!verified.isReproduced)
        #expect(verified.differences.map(\.path).contains("$.totals.spam_left_out"))
        #expect(verified.text.contains("cannot be made again"))
    }

    @Test func `a file that is no digest is refused`() async throws {
        let folder = try await TestWorkspace.copyOfSampleRun()
        try folder.write("[]", to: "out/x.json")
        #expect(throws: RunError.self) {
            try Archive(workspace: folder.workspace).verify(
                digestAt: folder.workspace.path + "/out/x.json")
        }
    }
}
